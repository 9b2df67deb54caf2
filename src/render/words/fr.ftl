# Les mots propres aux rapports, en français.

# Colonnes et libellés
role = Rôle
id = Id
focus = Orientation
purpose = Mission
reports-to = Rattachement
reports = Encadre
tasks = Tâches
task = Tâche
area = Domaine
cadence = Fréquence
days = Jours
hours-each-time = Heures à chaque fois
doers = Faite par
time = Temps
hours = Heures par semaine
hours-short = Heures
importance = Importance
who = Qui
person = Personne
position = Poste
reason = Motif
also-called = Autres intitulés
also-called-task = Se dit aussi
skills = Compétences
measures = Indicateurs
classification = Nomenclatures
detail = Détail
sources = Sources
origin = Origine
origin-changed = { $base }, modifié dans { $place } : { $keys }
after = Seulement après
before = Précède
gives = Transmet
gets = Reçoit
coordinates-with = Se coordonne avec
responsible = La réalise
accountable = En répond
consulted = À consulter
informed = À informer
from = Avant
to = Après
change = Changement
within-one-person = par la même personne
between-people = entre deux personnes
partly-column = En partie seulement
waits-for = Attend que le poste soit pourvu
aspect = Aspect

# Valeurs
focus-strategy = stratégie
focus-operations = exécution
cadence-daily = quotidienne
cadence-weekly = hebdomadaire
cadence-biweekly = toutes les deux semaines
cadence-monthly = mensuelle
cadence-quarterly = trimestrielle
cadence-semiannual = semestrielle
cadence-yearly = annuelle
cadence-once = une seule fois
cadence-ongoing = continue
rhythm-daily = Chaque jour
rhythm-weekly = Chaque semaine
rhythm-biweekly = Toutes les deux semaines
rhythm-monthly = Chaque mois
rhythm-quarterly = Chaque trimestre
rhythm-semiannual = Chaque semestre
rhythm-yearly = Chaque année
rhythm-once = Une fois
rhythm-ongoing = En continu
day-monday = lundi
day-tuesday = mardi
day-wednesday = mercredi
day-thursday = jeudi
day-friday = vendredi
day-saturday = samedi
day-sunday = dimanche
doers-one = une personne
doers-each = toutes les personnes qui ont le rôle
doers-shared = toutes les personnes qui ont le rôle, heures partagées
importance-core = essentielle
importance-supplemental = complémentaire
no-cadence = Sans fréquence fixe
other = Autres
none = –
yes = oui
no = non
nobody-above = – (aucun)
one-person = Une seule personne
heading = { $what } : { $more }
semicolon = {" ; "}
and = et
and-before-i = et

# Nombres
count-roles = { $n ->
    [one] { $n } rôle
   *[other] { $n } rôles
}
count-tasks = { $n ->
    [one] { $n } tâche
   *[other] { $n } tâches
}
count-people = { $n ->
    [one] { $n } personne
   *[other] { $n } personnes
}
hours-average = en moyenne { $hours } h par semaine
hours-each-time-average = { $each } h à chaque fois, en moyenne { $hours } h par semaine
at-least = au moins { $hours }
count-hours = { $hours } h par semaine
count-hours-of = { $hours } h sur { $limit } par semaine
count-without-estimate = { $n } sans estimation
count-handoffs = { $n ->
    [one] { $n } transmission
   *[other] { $n } transmissions
}
count-coordination = { $n ->
    [one] { $n } tâche de coordination
   *[other] { $n } tâches de coordination
}

# Tailles d’entreprise
employees-between = de { $min } à { $max } salariés
employees-exactly = { $n ->
    [one] { $n } salarié
   *[other] { $n } salariés
}
employees-up-to = { $max ->
    [0] aucun salarié
    [one] { $max } salarié au plus
   *[other] { $max } salariés au plus
}
employees-from = { $min } salariés et plus
headcount-is-a-proxy = Taille choisie d’après l’effectif seul ; la règle européenne regarde aussi le chiffre d’affaires et le bilan.

# Liste
list-nothing = Aucune tâche ne correspond à la demande.
list-no-roles = Ce registre n’a pas encore de rôle.
list-large = roles show ROLE montre un rôle avec ses tâches, roles list MOTS cherche, roles list --tasks --all montre toutes les tâches.

# Catalogue
catalogue-list = roles add ROLE en ajoute un à votre propre registre.
catalogue-role = { $role } est dans le catalogue, pas dans ce registre ; roles add { $role } l’y ajoute.

# Fiche de poste
job-mission = Mission
job-main-duties = Activités principales
job-further-duties = Activités complémentaires
job-duty = { $task } ({ $often ->
    [daily] chaque jour
    [weekly] chaque semaine
    [biweekly] toutes les deux semaines
    [monthly] chaque mois
    [quarterly] chaque trimestre
    [semiannual] chaque semestre
    [yearly] chaque année
    [once] une seule fois
   *[other] en continu
})
job-measures = Indicateurs de réussite
job-works-with = Travaille avec
job-above = { $role } (dont relève ce poste)
job-below = { $role } (relève de ce poste)
job-supplies = Transmet : { $what }
job-receives = Reçoit : { $what }
job-coordinates = Coordination : { $what }
job-takes-part = Prend part à : { $what }
job-small-words = le la les l un une des du de d ce cet cette ces son sa ses leur leurs notre nos votre vos tout tous toute toutes chaque
job-result = le résultat de « { $task } »
job-does-not = Ce qui ne relève pas de ce poste
job-does-not-lead = Ces activités sont proches de celles du poste, mais relèvent d’autres postes.
job-done-by = Confié à : { $role }
job-mistaken = { $task } (à ne pas confondre avec : { $own })
job-nobody-above = [à préciser]
job-employer = Employeur
job-place = Lieu
job-contract = Contrat
job-pay = Rémunération
job-contact = Candidatures

# Comparaison
difference-plan-carry = Planifie la stratégie : { $strategy }. La met en œuvre : { $operations }.
difference-same-strategy = Les deux rôles planifient la stratégie
difference-same-operations = Les deux rôles mettent la stratégie en œuvre
difference-areas = { $one } : { $areas }. { $other } : { $others }.
difference-same-areas = Mêmes domaines : { $areas }.
difference-none = Mêmes tâches : { $roles }.
difference-counts = { $shared ->
    [0] { $one } : { $mine }. { $other } : { $theirs }. Aucune en commun.
    [one] { $one } : { $mine }. { $other } : { $theirs }. Une en commun.
   *[other] { $one } : { $mine }. { $other } : { $theirs }. { $shared } en commun.
}
compare-roles = { $n } rôles côte à côte
compare-shared = En commun : { $task } ({ $roles })
compare-alike = Proches ({ $percent } %) : { $one } ({ $role }) et { $other } ({ $otherrole })
more-in-json = … et { $n } de plus (--format json les donne tous)
compare-one-person = { $roles ->
    [2] Une seule personne cumule les deux : { $sizes }.
   *[other] Une seule personne les cumule tous : { $sizes }.
}
compare-apart = { $people ->
    [one] Une personne : { $sizes }.
   *[other] { $people } personnes : { $sizes }.
}
compare-not-all = Certains rôles n’ont pas de poste : { $sizes }.
compare-handoffs = Transmission ({ $from } → { $to }) : { $what }

# Croissance
growth-lead-people = { $size }, { $from } → { $to } personnes
growth-lead = { $from } → { $to }
growth-moves = { $n ->
    [one] { $n } tâche change de mains
   *[other] { $n } tâches changent de mains
}
growth-stays = { $n ->
    [one] { $n } tâche reste assurée par la même personne
   *[other] { $n } tâches restent assurées par la même personne
}
growth-continues = { $before } → { $after } : la même personne.
growth-continues-person = { $who } : { $before } → { $after }.
growth-first-daily = À transmettre d’abord ({ $giver } → { $newcomer }), car cela revient chaque jour : { $tasks }.
growth-first-weekly = À transmettre d’abord ({ $giver } → { $newcomer }), car cela revient chaque semaine : { $tasks }.
growth-first-other = À transmettre d’abord ({ $giver } → { $newcomer }) : { $tasks }.
growth-first-hours = Cela libère { $hours } h par semaine. Total transmis ({ $newcomer }) : { $of } h par semaine.
growth-first-needs = { $n ->
    [one] Cette tâche s’appuie sur ce que font les autres : { $tasks }.
   *[other] Ces tâches s’appuient sur ce que font les autres : { $tasks }.
}
growth-appearing = { $n ->
    [one] { $n } nouvelle transmission entre deux personnes
   *[other] { $n } nouvelles transmissions entre deux personnes
}
growth-vanishing = { $n ->
    [one] { $n } transmission devient inutile : une seule personne fait les deux tâches
   *[other] { $n } transmissions deviennent inutiles : une seule personne fait les deux tâches
}
growth-coordination = { $n ->
    [one] { $n } tâche de coordination devient nécessaire
   *[other] { $n } tâches de coordination deviennent nécessaires
}
change-moves = change de mains
change-stays = reste
change-appears = apparaît
change-vanishes = disparaît
growth-coordination-gone = { $n ->
    [one] { $n } tâche de coordination n’a plus lieu d’être
   *[other] { $n } tâches de coordination n’ont plus lieu d’être
}
growth-nothing = Rien ne change de mains.

# Différences
name = Nom
title = Titre
languages = Langues
workdays = Jours ouvrés
allow = Avertissements voulus
every-task = Mots qui vont à toute tâche
url = Adresse
employees = Salariés
positions = Postes
overlaps = Proche de
source = Source
size = Taille d’entreprise
staffing-one-per-role = chaque rôle est un poste
diff-what = Objet
diff-none = aucune différence
diff-affected = { $n ->
    [one] { $n } changement dans qui fait quoi
   *[other] { $n } changements dans qui fait quoi
}
diff-added = { $n ->
    [one] { $n } ajout
   *[other] { $n } ajouts
}
diff-removed = { $n ->
    [one] { $n } suppression
   *[other] { $n } suppressions
}
diff-moved = { $n ->
    [one] { $n } passage à un autre rôle
   *[other] { $n } passages à un autre rôle
}
diff-changed = { $n ->
    [one] { $n } modification
   *[other] { $n } modifications
}
diff-reworded = { $n ->
    [one] { $n } reformulation
   *[other] { $n } reformulations
}
diff-key-affected = qui
diff-key-added = ajout
diff-key-removed = suppression
diff-key-moved = passage
diff-key-changed = modification
diff-key-reworded = reformulation
diff-now-does = fait désormais
diff-now-answers = répond désormais de
diff-now-asked = à consulter désormais
diff-now-told = à informer désormais
diff-no-longer-does = ne fait plus
diff-no-longer-answers = ne répond plus de
diff-no-longer-asked = n’est plus à consulter
diff-no-longer-told = n’est plus à informer

# Affectation
assign-one-person = { $tasks ->
    [0] { $size } : il n’y a aucune tâche.
    [one] { $size } : la seule tâche revient à une seule personne.
   *[other] { $size } : les { $tasks } tâches reviennent toutes à une seule personne.
}
assign-one-person-partly = { $tasks ->
    [one] { $size } : { $tasks } tâche pour une seule personne.
   *[other] { $size } : { $tasks } tâches pour une seule personne.
}
assign-one-position-shared = { $tasks ->
    [one] { $size } : { $people } personnes se partagent un poste et sa seule tâche.
   *[other] { $size } : { $people } personnes se partagent un poste et ses { $tasks } tâches.
}
assign-by-whole-roles = { $size } : { $people } personnes se partagent un poste et ses { $tasks } tâches par rôles entiers.
assign-positions = { $positions ->
    [0] { $size } : il n’y a aucun poste.
    [one] { $size } : un poste ({ $count }).
   *[other] { $size } : { $positions } postes se partagent { $count }.
}
assign-reporting = Rattachement : { $role } → { $above }.
assign-total = { $assigned ->
    [one] { $assigned } tâche sur { $all } attribuée
   *[other] { $assigned } tâches sur { $all } attribuées
}
assign-partly = { $n ->
    [one] { $n } tâche en partie seulement, faute de temps
   *[other] { $n } tâches en partie seulement, faute de temps
}
assign-fell-away = { $n ->
    [one] { $n } tâche entre deux personnes devient sans objet, car la même personne est des deux côtés : { $tasks }
   *[other] { $n } tâches entre deux personnes deviennent sans objet, car la même personne est des deux côtés : { $tasks }
}
partly = { $hours } h sur { $of }
assign-within = { $what } de bout en bout par la même personne
assign-between = { $what } entre plusieurs personnes
assign-unassigned = { $n ->
    [one] { $n } tâche n’est attribuée à personne
   *[other] { $n } tâches ne sont attribuées à personne
}
assign-missing = Ce qui ne rentre pas demanderait { $hours } h de plus par semaine
load = Charge
load-title = Charge, en heures par semaine
overview-first = voici les { $n } plus nécessaires
overview-busiest = Charge, en heures par semaine : les { $n } plus fortes sur { $all }
overview-people = Voilà l’essentiel ; --all montre toutes les tâches, --person NOM celles d’une personne, --by area un domaine après l’autre.
overview-positions = Voilà l’essentiel ; --all montre toutes les tâches, --by area un domaine après l’autre.
load-used = Prises
load-used-at-least = Prises, au moins
load-limit = Heures disponibles
load-free = Libres
load-free-at-most = Libres, au plus
load-over = En trop
nothing-to-do = { $n } sans rien à faire
no-known-hours = { $n } sans heures connues
person-limit = Heures de la personne
person-used = Heures prises au moins
person-free = Heures libres au plus
person-over = Heures en trop
why = Pourquoi
and-more = … et { $n } de plus
assign-team = Équipe
assign-advice = Trouvez ces heures, confiez des tâches à quelqu’un d’autre ou renoncez aux tâches complémentaires.
assign-waits = { $n ->
    [one] { $n } tâche attend que le poste vacant soit pourvu ({ $what }) : { $tasks }
   *[other] { $n } tâches attendent que le poste vacant soit pourvu ({ $what }) : { $tasks }
}
assign-rebalance = Des tâches essentielles ne sont pas faites alors que d’autres personnes font des tâches complémentaires ; --rebalance refait le plan avec les personnes présentes.
assign-over = { $who } : { $hours } h par semaine de trop, car ce qui est attribué d’office à une personne lui reste.
handover-title = { $n ->
    [0] Sans { $names }, rien ne change de mains
    [one] Sans { $names }, { $n } tâche change de mains
   *[other] Sans { $names }, { $n } tâches changent de mains
}
day-everybody = Le { $day }, tout le monde est là.
day-away = Absences le { $day } : { $names }.
why-pinned = Attribuée d’office : { $who }
why-only-one = Personne d’autre n’a le rôle { $role }
why-position = Le poste { $who } a le rôle { $role }
why-spread = Peuvent s’en charger : { $names } ; ainsi, la personne la plus occupée ({ $who }) a { $hours }
why-so-many = { $n } personnes
why-each = Toutes les personnes qui ont le rôle { $role } s’en chargent
why-each-in-time = Toutes les personnes qui ont le rôle { $role } et encore du temps s’en chargent
why-shared = Les personnes qui ont le rôle { $role } s’en partagent les heures, en proportion des leurs
why-deputy = La personne qui s’en charge est absente ; suppléance : { $who }
why-stand-in = La personne qui s’en charge est absente ; peut s’en charger et en a le temps : { $who }
why-whole-role = Tout le rôle { $role } revient à { $who }
why-as-ever = Reste à { $who }, comme quand tout le monde est là
why-need = Les heures ne suffisent pas à tout ; le plus de temps libre quand cette tâche est venue, par ordre de priorité : { $who }
why-no-time = Les heures ne suffisent pas à tout ; quand cette tâche est venue, par ordre de priorité, aucune des personnes qui peuvent s’en charger n’avait plus de temps
why-vacant = Personne n’occupe le poste { $position }
why-waits = { $why } ; elle attend que le poste vacant soit pourvu ({ $what })
why-rest-waits = { $why } ; le reste attend que le poste vacant soit pourvu ({ $what })
reason-vacant-position = Poste vacant
reason-no-time-left = Faute de temps
reason-no-position = Sans poste
reason-fell-away = Sans objet
nobody = personne : { $reason }
only-after = seulement après : { $tasks }
no-position-for = Aucun poste n’a le rôle { $role } dans cette taille d’entreprise

# Raci
raci-lead = { $size } : qui réalise chaque tâche, qui en répond, qui consulter et qui informer.
raci-does = réalise la tâche
raci-answers = a l’autorité et en répond
raci-asked = à consulter avant
raci-told = à informer après
raci-nothing-to-split = Une seule personne fait tout et répond de tout : il n’y a rien à répartir.
raci-columns = Lecture de haut en bas
raci-reading = Ce que cela dit
raci-vacant = { $n ->
    [one] { $n } tâche n’a personne pour la faire ou en répondre.
   *[other] { $n } tâches n’ont personne pour les faire ou en répondre.
}
raci-undone-here = { $n ->
    [one] { $n } tâche n’a personne pour la faire.
   *[other] { $n } tâches n’ont personne pour les faire.
}
raci-many-tasks = { $others ->
    [0] Fait { $n } tâches, et personne d’autre n’en fait : est-ce trop ?
    [one] Fait { $n } tâches ; la seule autre personne qui en fait en a { $average } : est-ce trop ?
   *[other] Fait { $n } tâches ; les autres qui en font en ont { $average } en moyenne : est-ce trop ?
}
raci-many-answers = { $n ->
    [one] Répond de { $all } tâches, dont { $n } faite par une autre personne : pourrait-elle en répondre ?
   *[other] Répond de { $all } tâches, dont { $n } faites par d’autres personnes : pourraient-elles répondre de certaines ?
}
raci-neither = Ne fait aucune tâche et ne répond d’aucune : ce rôle est-il nécessaire ?
raci-neither-many = { $n } ne font aucune tâche et ne répondent d’aucune : leurs rôles sont-ils nécessaires ?
raci-several = Plusieurs personnes ont le rôle { $role } ; répond de ce qu’aucune d’elles ne fait : { $who }.
raci-stand-in = Ici, aucun poste n’a le rôle { $role } ; répond à sa place : { $other }.
raci-undone = { $n ->
    [one] Ici, aucun poste n’a le rôle { $role } : personne ne fait sa tâche.
   *[other] Ici, aucun poste n’a le rôle { $role } : personne ne fait ses { $n } tâches.
}

# Risques
risks = Risques
risks-lead = { $size } : ce qui peut mal tourner, le plus grave d’abord.
risks-none = { $size } : aucun risque trouvé.
risk = Risque
risk-message = De quoi il s’agit
risk-advice = À faire
risk-everything = tout ({ $load })
risk-nobody-there = personne n’est là
risk-pinned = { $hours }, attribuées d’office : { $tasks }
risk-waits = { $n ->
    [0] poste à pourvoir, aucune tâche ne l’attend
    [one] poste à pourvoir, { $n } tâche l’attend
   *[other] poste à pourvoir, { $n } tâches l’attendent
}
risk-no-time = Personne n’en a le temps
risk-no-time-task = Personne n’a le temps pour « { $task } ».
risk-no-time-partly = Personne n’a le temps pour { $hours } h par semaine de « { $task } ».
risk-no-role = Personne n’a le rôle
risk-no-role-task = Aucun poste n’a le rôle { $role } : personne ne s’occupe de « { $task } ».
risk-no-role-advice = Donnez le rôle à un poste dans registry.yaml, ou choisissez une taille d’entreprise où il existe.
risk-away = En suspens pendant une absence
risk-away-task = Sans { $names }, personne ne s’occupe de « { $task } ».
risk-away-advice = Prévoyez une suppléance dans team.yaml (deputy: NOM), ou décidez de ce qui peut attendre.
risk-vacant = Postes vacants
risk-vacant-task = Personne n’occupe le poste { $position } : personne ne s’occupe de « { $task } ».
risk-vacant-position = Personne n’occupe le poste { $position }.
risk-vacancy = { $n ->
    [0] Poste à pourvoir : { $what }. Aucune tâche ne l’attend.
    [one] Poste à pourvoir : { $what }. { $n } tâche l’attend.
   *[other] Poste à pourvoir : { $what }. { $n } tâches l’attendent.
}
risk-vacant-advice = Trouvez quelqu’un ; d’ici là, confiez les rôles à quelqu’un qui est là.
risk-over-hours = Plus de travail que d’heures
risk-over-hours-advice = Retirez des tâches attribuées d’office (pins) dans team.yaml, ou donnez plus d’heures à ces personnes.
risk-absence = En cas d’absence, personne n’aurait le temps
risk-absence-task = Sans { $who }, personne n’aurait le temps pour « { $task } ».
risk-absence-partly = Sans { $who }, personne n’aurait le temps pour { $hours } h par semaine de « { $task } ».
risk-absence-advice = Gardez des heures libres aux autres, ou décidez d’avance de ce qui peut attendre.
risk-only-person = Dépend d’une seule personne
risk-only-person-task = Une seule personne peut s’occuper de « { $task } », sans suppléance : { $who }.
risk-only-person-advice = Prévoyez une suppléance dans team.yaml (deputy: NOM), ou donnez le rôle à une personne de plus.
risk-only-position = Dépend d’un seul poste
risk-only-position-task = Un seul poste peut s’occuper de « { $task } » : { $who }.
risk-only-position-advice = Indiquez les personnes pour voir qui peut assurer la suppléance : --to NOM, ou team.yaml.
risk-alone-advice = Trouvez quelqu’un qui puisse prendre le relais, et notez comment le travail se fait.
risk-no-deputy = Sans suppléance
risk-no-deputy-of = Pas de suppléance prévue : { $who }.
risk-no-deputy-advice = Prévoyez une suppléance dans team.yaml : deputy: NOM
risk-no-estimate = Personne ne sait combien de temps il faut
risk-no-estimate-of = « { $task } » n’a pas d’estimation.
risk-no-estimate-advice = Écrivez hours_per_week à côté de la tâche dans le fichier de son rôle.

# Qui
who-apart = { $task }. Fait par : { $doer }. En répond : { $accountable }.
who-alone = { $task }. S’en charge et en répond : { $doer }.
who-one-position = une seule personne, { $who }.
who-positions = { $who } (s’en chargent et en répondent).
who-doer-apart = { $doer } ({ $doers ->
    [one] s’en charge
   *[other] s’en chargent
}), { $accountable } ({ $answering ->
    [one] en répond
   *[other] en répondent
}).
who-no-doer = aucun poste ne s’en charge.
who-no-answer = { $doer } ({ $doers ->
    [one] s’en charge
   *[other] s’en chargent
}), aucun poste n’en répond.
who-away = { $who } (absence)
who-answers = En répond
who-one-person = Une seule personne dans
who-nobody = Personne ne le fait ici : { $question }
who-unsure = La demande n’est pas claire : { $question }
who-likeliest = { $n ->
    [one] La tâche la plus probable :
   *[other] Les tâches les plus probables :
}
who-elsewhere = Au catalogue, rôle { $role } : { $tasks }.
who-or-elsewhere = Ou bien personne ne le fait ici. Au catalogue, rôle { $role } : { $tasks }. (roles add { $id })
who-held-by = { $n ->
    [0] Équipe : personne n’a ce rôle.
   *[other] Équipe, avec ce rôle : { $who }.
}
who-holds-nothing = Dans l’équipe, sans rôle : { $who }.
who-reporting = { $n ->
    [one] Rattachement : { $roles } → { $above }.
   *[other] Rattachements : { $roles } → { $above }.
}
who-role = roles show { $id } montre toutes ses tâches.
who-role-purpose = Rôle du registre : { $role }. { $purpose }
who-person-tasks = roles assign --person NOM montre ce que fait une personne.
who-likeliest-roles = { $n ->
    [one] Le rôle le plus probable : { $roles } ; roles show { $id } montre toutes ses tâches.
   *[other] Les rôles les plus probables : { $roles } ; roles show ID montre toutes les tâches d’un rôle, roles compare ce qui en distingue deux.
}
who-answer = Réponse
who-sure = sûre
who-not-sure = pas sûre
who-nobody-here = personne
who-in-catalogue = au catalogue
who-same-doer = { $who } (s’en charge et en répond).
who-does = S’en charge
who-score = Score

# Organigramme
chart-of-roles = Qui dépend de qui
chart-positions = { $n ->
    [one] { $n } poste
   *[other] { $n } postes
}
chart-hidden = { $n ->
    [one] { $n } autre poste en dessous
   *[other] { $n } autres postes en dessous
}
chart-other = { $name } ({ $tasks }) depuis un autre poste
chart-goes-on = (la suite est plus bas)
chart-again = (suite)

# Rapport
report-contents = Sommaire
report-roles = Les rôles
report-areas = Les tâches par domaine
report-people = Qui fait quoi
report-companies = Qui fait quoi selon la taille de l’entreprise
report-raci = Qui répond de quoi
report-raci-lead = RACI : pour chaque tâche, quelqu’un la réalise et une seule personne en répond.
report-raci-hours = Sans tenir compte des heures : une tâche pour laquelle le temps manque figure au nom de la personne qui la ferait.
report-handoffs = Transmissions entre les rôles
report-chart = Qui dépend de qui
report-sources = Sources
report-made-by = Page établie avec roles { $version }.
handed-over = Objet
handed-from = De
handed-to = À

# Match
count-duties = { $n ->
    [one] { $n } mission
   *[other] { $n } missions
}
match-line = Ligne
match-text = L’annonce dit
match-second = Ou bien
match-elsewhere = Au catalogue
match-nobody = Personne
match-untitled = Pas d’intitulé. Rôle { $role } : { $n } des { $all } missions ; aucun autre n’en a plus.
match-roleless = Aucune de ces missions ne relève d’un rôle.
match-fits = « { $title } » convient. Rôle { $role } : { $n } des { $all } missions, plus que tout autre.
match-leans = « { $title } » penche vers le rôle { $role } ({ $n } des { $all } missions) ; rôle { $named } : { $own }.
match-mixed = « { $title } » est mixte. Rôle { $named } : { $own } des { $all } missions ; aucun rôle ne se détache.
match-several = « { $title } » est mixte, car plusieurs rôles y sont nommés : { $named }. Rôle { $role } : { $n } des { $all } missions ; aucun autre n’en a plus.
match-unknown = « { $title } » ne nomme aucun rôle connu. Rôle { $role } : { $n } des { $all } missions ; aucun autre n’en a plus.
match-passed-over = { $n ->
    [one] { $duties } ; { $n } ligne parle d’autre chose et a été laissée de côté.
   *[other] { $duties } ; { $n } lignes parlent d’autre chose et ont été laissées de côté.
}
match-no-duties = Il n’y a pas de missions : ni liste, ni phrase qui parle d’une tâche.
match-part = { $duties } ({ $percent } %)
match-probably = Sans doute : { $task }
match-either = { $task } ; ou bien : { $second }
match-lacks = L’annonce laisse de côté ce qui relève du rôle { $role } : { $tasks }.
match-lacks-nothing = L’annonce ne laisse de côté aucune tâche essentielle du rôle { $role }.
match-add = { $n ->
    [one] Le catalogue a un rôle pour ce que personne ne fait ici : roles add { $ids }
   *[other] Le catalogue a des rôles pour ce que personne ne fait ici : roles add { $ids }
}
match-unsure = { $n ->
    [one] { $n } réponse n’est pas sûre ; --answers FICHIER la corrige.
   *[other] { $n } réponses ne sont pas sûres ; --answers FICHIER les corrige.
}

# Et ensuite
next = Ensuite : { $command } ({ $what })
next-show-role = montre tout sur ce rôle
next-job-page = en fait une page web à imprimer ou à publier
next-show-task = montre tout sur cette tâche
next-list-tasks = montre toutes les tâches
next-list-there = montre ce que le catalogue en a
next-list-words = cherche ce qui était sans doute voulu
next-compare = montre ce qui distingue les rôles
next-compare-sizes = montre ce qui change quand l’entreprise grandit
next-assign = montre qui fait quoi
next-assign-all = montre chaque tâche et qui la fait
next-raci = montre qui répond de quoi
next-risks = montre ce qui peut mal tourner
next-assign-hours = montre ce qui tient en dix heures par semaine
next-diff = l’écrit en Markdown pour une pull request
next-report = met le tout sur une page à lire et à imprimer
next-add-role = ajoute ce rôle à votre registre

# Première page
welcome-anywhere = Pour commencer, dans n’importe quel dossier :
welcome-here = Pour commencer, avec le registre de ce dossier :
welcome-wrong = Le registre de ce dossier contient des erreurs. Voyez-les d’abord :
welcome-help = roles --help donne la liste complète (en anglais) ; roles assign --help montre des exemples.
next-list = montre les rôles et le nombre de tâches de chacun
next-check = montre ce qui ne va pas et comment le corriger
next-new = ajoute un rôle
next-change = commence un fichier pour ce qui diffère dans un rôle
next-init = crée votre propre registre à partir de celui-ci
next-explain = en dit plus sur le premier de ces problèmes
next-write = l’écrit dans un fichier
next-man = l’affiche comme page de manuel
next-completions = indique où placer quelle ligne
next-bash = affiche ce que la ligne pour bash met en place

# Fichiers écrits
file-wrote = écrit : { $file }
file-replaced = remplacé : { $file }
file-changed = modifié : { $file }
init-yours = Ce registre est désormais le vôtre : modifiez-en les textes, les tâches et les tailles d’entreprise dans un éditeur. Les commentaires de { $file } expliquent comment.
init-extends = Tout le registre fourni avec le programme est déjà là ; n’écrivez que ce qui diffère. Les commentaires de { $file } expliquent comment.
init-file-what = Ce registre reprend les rôles, les domaines, les tailles d’entreprise et les sources de celui qui est fourni avec le programme. Ce qui est écrit ici et dans les fichiers voisins s’y ajoute ou le modifie.
init-file-change = Pour modifier un rôle, écrivez seulement ce qui diffère dans un fichier qui porte son identifiant : roles new { $role } en commence un. Par exemple :
init-file-task = Rédiger la newsletter
init-copy-head = Ce que tous les rôles ont en commun. Chaque rôle a son propre fichier, qui porte son identifiant ; team.yaml peut énumérer les personnes. roles check montre tout ce qui ne va pas et comment le corriger.
init-copy-role = Le rôle { $role } : les autres fichiers le désignent par cet identifiant, le nom de son fichier sans l’extension.
init-copy-words = D’autres mots pour les tâches : roles who s’en sert pour trouver une tâche. Sous l’identifiant d’un rôle se trouvent ceux de ses tâches et, sous chacun, les mots.
new-fill-in = Ouvrez le fichier dans un éditeur : il contient un nom et une tâche à compléter et, en commentaires, tout ce qu’un rôle peut dire d’autre.
new-change = Ouvrez le fichier dans un éditeur et n’y écrivez que ce qui diffère de { $base }. Ses commentaires expliquent comment.
add-yours = Ajouté : { $roles }. C’est à vous maintenant ; modifiez à votre guise.

# Remarques
note = note
note-not-a-file = { $path } n’est pas un fichier ordinaire et a été ignoré
note-ending = { $path } ne se termine ni par .yaml ni par .yml et a été ignoré
note-using = registre utilisé : { $folder }
note-using-variable = registre utilisé : { $folder } (ROLES_REGISTRY)
note-no-head = { $folder }/ n’a pas de registry.yaml, le registre fourni est donc utilisé ; `version: 1` dans { $folder }/registry.yaml en fait un registre
note-shipped-checked = aucun registre à vous ici : c’est le registre fourni qui est vérifié
note-variable-wins = ROLES_REGISTRY désigne un autre registre, que les autres commandes utilisent
note-above = un dossier au-dessus a lui aussi un registre ; à partir d’ici, c’est celui-ci qui est utilisé
note-nothing-added = rien n’a été ajouté : les fichiers auraient ces erreurs
note-untranslated = le catalogue n’a pas de textes dans ces langues : { $languages } ; à vous de les traduire
note-links-left-out = liens laissés de côté, faute de cible ici : { $links }
note-lacks = le rôle { $role } n’a { $what ->
    [skills] pas de `skills`
    [measures] pas de `measures`
   *[both] ni `skills` ni `measures`
} ; ce qui est écrit dans son fichier figure aussi ici (roles init crée les fichiers si vous n’en avez pas encore)
note-mermaid = Mermaid dessine au plus { $mostarrows } flèches et { $mostcharacters } caractères, à moins que sa page ne soit réglée pour davantage ; il y en a ici { $arrows } et { $characters }. --depth N montre moins de niveaux, --format svg les dessine tous
note-first-day = le premier jour est le { $weekday } { $day } ; --start en choisit un autre
note-no-calendar = aucune tâche ne revient à un rythme fixe : il n’y a rien pour un calendrier
note-without-rhythm = { $n ->
    [one] dans aucun calendrier : 1 tâche sans rythme fixe ({ $names })
   *[other] dans aucun calendrier : { $n } tâches sans rythme fixe ({ $names })
}
note-has-nobody = { $n ->
    [one] dans aucun calendrier : 1 tâche sans personne ({ $names })
   *[other] dans aucun calendrier : { $n } tâches sans personne ({ $names })
}
note-idle = { $n ->
    [one] pas de calendrier, faute de tâche qui revient : { $names }
   *[other] pas de calendriers, faute de tâches qui reviennent : { $names }
}
note-left = { $n ->
    [one] calendrier d’une personne qui n’en a plus, laissé tel quel : { $names }
   *[other] calendriers de personnes qui n’en ont plus, laissés tels quels : { $names }
}

# The sheet of a workbook with what a page says beside its tables.
sheet-notes = Notes

# Import
import-matrix = { $file } est une matrice : les tâches en lignes, { $who ->
    [people] les personnes
   *[roles] les rôles
} en colonnes, des lettres dans les cases. Les en-têtes sont à la ligne { $row }.
import-names = { $file } est une liste de tâches avec les noms { $who ->
    [people] des personnes
   *[roles] des rôles
} pour chaque lettre de RACI. Les en-têtes sont à la ligne { $row }.
import-list = { $file } est une liste avec une ligne par tâche ou par personne. Les en-têtes sont à la ligne { $row }.
import-otherwise = Si ce n’est pas cela : --map COLONNE=CHAMP dit ce que contient une colonne, --who people ou --who roles ce que sont les noms.
import-areas = { $n ->
    [one] { $n } domaine
   *[other] { $n } domaines
}
import-dry-run = Rien n’a été écrit ; sans --dry-run, ce le serait.
import-yours = Ce registre est à vous : modifiez-le dans un éditeur.
import-cell = { $cell } « { $text } »
import-above-heading = se trouve au-dessus des en-têtes et n’a pas été repris
import-unread-column = on ne sait rien de cette colonne ; --map COLONNE=CHAMP dit ce qu’elle contient
import-total = un total, non repris
import-footnote = un texte sous la dernière tâche, non repris
import-lone-text = un texte isolé, ni tâche ni titre de tâches, non repris
import-no-task = aucune tâche dans cette ligne, non reprise
import-nobody = personne ne la réalise ni n’en répond : non reprise
import-no-responsible = personne ne la réalise ; qui en répond la réalise
import-no-accountable = personne n’en répond ; la première personne qui la réalise en répond
import-second-accountable = en répond aussi ; seule la première réponse compte
import-told-anyway = la réalise ou en répond : inutile de consulter ou d’informer
import-not-all-doers = certains de ceux qui ont le rôle ne la réalisent pas ; la première personne qui la réalise compte
import-unknown-letters = aucune lettre de RACI, non repris
import-unknown-cadence = fréquence inconnue, non reprise
import-unknown-days = aucun jour de la semaine, ou qui ne va pas avec la fréquence ; non repris
import-unknown-hours = heures inconnues, ou qui ne vont pas avec la fréquence ; non reprises
import-unknown-word = pas un mot de cette colonne ; non repris
import-hours-without-cadence = des heures à chaque fois demandent une fréquence ; non reprises
import-too-long = plus de 10 000 lettres : coupé
import-name-too-long = pas un nom : plus de 100 lettres ; non repris
import-not-of-people = un registre ne dit pas cela des personnes ; non repris
import-error = une formule a échoué ici ; non repris
import-formula = une formule jamais calculée ; ouvrez et enregistrez le fichier dans un tableur
import-other-sheet = cette feuille a d’autres en-têtes et n’a pas été lue ; --sheet la lit seule
import-unread-sheet = cette feuille n’a pas été lue
