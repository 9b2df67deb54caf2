# Las palabras propias de los informes, en español.

# Columnas y rótulos
role = Rol
id = Id
focus = Orientación
purpose = Misión
reports-to = Depende de
reports = Dirige a
tasks = Tareas
task = Tarea
area = Área
cadence = Frecuencia
days = Días
hours-each-time = Horas cada vez
doers = La hace
time = Tiempo
hours = Horas a la semana
hours-short = Horas
importance = Importancia
who = Quién
person = Persona
position = Puesto
reason = Motivo
also-called = Otros nombres
also-called-task = También se dice
skills = Competencias
measures = Indicadores
classification = Clasificaciones
detail = Detalle
sources = Fuentes
origin = Origen
origin-changed = { $base }, cambiado en { $place }: { $keys }
after = Solo después de
before = Va antes de
gives = Entrega
gets = Recibe
coordinates-with = Se coordina con
responsible = La realiza
accountable = Responde de ella
consulted = Se consulta a
informed = Se informa a
from = Antes
to = Después
change = Cambio
within-one-person = en manos de la misma persona
between-people = entre dos personas
partly-column = Solo en parte
waits-for = Espera a que se cubra la vacante
aspect = Aspecto

# Valores
focus-strategy = estrategia
focus-operations = ejecución
cadence-daily = diaria
cadence-weekly = semanal
cadence-biweekly = quincenal
cadence-monthly = mensual
cadence-quarterly = trimestral
cadence-semiannual = semestral
cadence-yearly = anual
cadence-once = una sola vez
cadence-ongoing = continua
rhythm-daily = Cada día
rhythm-weekly = Cada semana
rhythm-biweekly = Cada dos semanas
rhythm-monthly = Cada mes
rhythm-quarterly = Cada trimestre
rhythm-semiannual = Cada semestre
rhythm-yearly = Cada año
rhythm-once = Una vez
rhythm-ongoing = De forma continua
day-monday = lunes
day-tuesday = martes
day-wednesday = miércoles
day-thursday = jueves
day-friday = viernes
day-saturday = sábado
day-sunday = domingo
doers-one = una persona
doers-each = todas las personas que tienen el rol
doers-shared = todas las personas que tienen el rol, horas repartidas
importance-core = esencial
importance-supplemental = complementaria
no-cadence = Sin frecuencia fija
other = Otras
none = –
yes = sí
no = no
nobody-above = – (nadie)
one-person = Una sola persona
heading = { $what }: { $more }
semicolon = {"; "}
and = y
and-before-i = e

# Cantidades
count-roles = { $n ->
    [one] 1 rol
   *[other] { $n } roles
}
count-tasks = { $n ->
    [one] 1 tarea
   *[other] { $n } tareas
}
count-people = { $n ->
    [one] 1 persona
   *[other] { $n } personas
}
hours-average = en promedio { $hours } h a la semana
hours-each-time-average = { $each } h cada vez, en promedio { $hours } h a la semana
at-least = al menos { $hours }
count-hours = { $hours } h a la semana
count-hours-of = { $hours } de { $limit } h a la semana
count-without-estimate = { $n } sin estimación
count-handoffs = { $n ->
    [one] 1 traspaso
   *[other] { $n } traspasos
}
count-coordination = { $n ->
    [one] 1 tarea de coordinación
   *[other] { $n } tareas de coordinación
}

# Tamaños de empresa
employees-between = de { $min } a { $max } empleados
employees-exactly = { $n ->
    [one] 1 empleado
   *[other] { $n } empleados
}
employees-up-to = { $max ->
    [0] ningún empleado
    [one] 1 empleado como máximo
   *[other] { $max } empleados como máximo
}
employees-from = { $min } empleados o más
headcount-is-a-proxy = Tamaño elegido solo por el número de empleados; la norma europea mira además el volumen de negocio y el balance.

# Lista
list-nothing = Ninguna tarea corresponde a lo pedido.
list-no-roles = Este registro aún no tiene roles.
list-large = roles show ROLE muestra un rol con sus tareas, roles list PALABRAS busca, roles list --tasks --all muestra todas las tareas.

# Catálogo
catalogue-list = roles add ROLE añade uno de ellos a un registro propio.
catalogue-role = { $role } está en el catálogo, no en este registro; roles add { $role } lo añade.

# Descripción del puesto
job-mission = Misión
job-main-duties = Funciones principales
job-further-duties = Funciones complementarias
job-duty = { $task } ({ $often ->
    [daily] cada día
    [weekly] cada semana
    [biweekly] cada dos semanas
    [monthly] cada mes
    [quarterly] cada trimestre
    [semiannual] cada semestre
    [yearly] cada año
    [once] una sola vez
   *[other] de forma continua
})
job-measures = Indicadores de éxito
job-works-with = Trabaja con
job-above = { $role } (de quien depende este puesto)
job-below = { $role } (depende de este puesto)
job-supplies = Entrega: { $what }
job-receives = Recibe: { $what }
job-coordinates = Coordinación: { $what }
job-takes-part = Participa en: { $what }
job-small-words = el la los las lo un una unos unas este esta estos estas su sus nuestro nuestra nuestros nuestras qué quién cómo todo todos toda todas cada
job-result = el resultado de «{ $task }»
job-does-not = Lo que no corresponde a este puesto
job-does-not-lead = Estas funciones son cercanas a las de este puesto, pero corresponden a otros.
job-done-by = A cargo de: { $role }
job-mistaken = { $task } (no confundir con: { $own })
job-nobody-above = [por indicar]
job-employer = Empresa
job-place = Lugar
job-contract = Contrato
job-pay = Salario
job-contact = A quién escribir

# Comparación
difference-plan-carry = Planifica la estrategia: { $strategy }. La lleva a cabo: { $operations }.
difference-same-strategy = Ambos roles planifican la estrategia
difference-same-operations = Ambos roles llevan a cabo la estrategia
difference-areas = { $one }: { $areas }. { $other }: { $others }.
difference-same-areas = Mismas áreas: { $areas }.
difference-none = Mismas tareas: { $roles }.
difference-counts = { $shared ->
    [0] { $one }: { $mine }. { $other }: { $theirs }. Ninguna en común.
    [one] { $one }: { $mine }. { $other }: { $theirs }. Una en común.
   *[other] { $one }: { $mine }. { $other }: { $theirs }. { $shared } en común.
}
compare-roles = Comparación de { $n } roles
compare-shared = En común: { $task } ({ $roles })
compare-alike = Parecidas ({ $percent } %): { $one } ({ $role }) y { $other } ({ $otherrole })
more-in-json = … y { $n } más (--format json los da todos)
compare-one-person = { $roles ->
    [2] Una sola persona reúne los dos: { $sizes }.
   *[other] Una sola persona los reúne todos: { $sizes }.
}
compare-apart = { $people ->
    [one] Una persona: { $sizes }.
   *[other] { $people } personas: { $sizes }.
}
compare-not-all = Algún rol no tiene puesto: { $sizes }.
compare-handoffs = Traspaso ({ $from } → { $to }): { $what }

# Crecimiento
growth-lead-people = { $size }, { $from } → { $to } personas
growth-lead = { $from } → { $to }
growth-moves = { $n ->
    [one] 1 tarea cambia de manos
   *[other] { $n } tareas cambian de manos
}
growth-stays = { $n ->
    [one] 1 tarea se queda con la misma persona
   *[other] { $n } tareas se quedan con la misma persona
}
growth-continues = { $before } → { $after }: la misma persona.
growth-continues-person = { $who }: { $before } → { $after }.
growth-first-daily = Lo primero que conviene traspasar ({ $giver } → { $newcomer }), porque toca cada día: { $tasks }.
growth-first-weekly = Lo primero que conviene traspasar ({ $giver } → { $newcomer }), porque toca cada semana: { $tasks }.
growth-first-other = Lo primero que conviene traspasar ({ $giver } → { $newcomer }): { $tasks }.
growth-first-hours = Eso libera { $hours } h a la semana. Total traspasado ({ $newcomer }): { $of } h a la semana.
growth-first-needs = { $n ->
    [one] Esta tarea se apoya en lo que hacen otras personas: { $tasks }.
   *[other] Estas tareas se apoyan en lo que hacen otras personas: { $tasks }.
}
growth-appearing = { $n ->
    [one] 1 traspaso nuevo entre dos personas
   *[other] { $n } traspasos nuevos entre dos personas
}
growth-vanishing = { $n ->
    [one] 1 traspaso ya no hace falta: una sola persona hace las dos tareas
   *[other] { $n } traspasos ya no hacen falta: una sola persona hace las dos tareas
}
growth-coordination = { $n ->
    [one] 1 tarea de coordinación pasa a ser necesaria
   *[other] { $n } tareas de coordinación pasan a ser necesarias
}
change-moves = cambia de manos
change-stays = se queda
change-appears = aparece
change-vanishes = desaparece
growth-coordination-gone = { $n ->
    [one] 1 tarea de coordinación deja de ser necesaria
   *[other] { $n } tareas de coordinación dejan de ser necesarias
}
growth-nothing = Nada cambia de manos.

# Diferencias
name = Nombre
title = Título
languages = Idiomas
workdays = Días laborables
allow = Avisos que se aceptan
every-task = Palabras que valen para toda tarea
url = Dirección
employees = Empleados
positions = Puestos
overlaps = Cercana a
source = Fuente
size = Tamaño de empresa
staffing-one-per-role = cada rol es un puesto
diff-what = Qué
diff-none = ninguna diferencia
diff-affected = { $n ->
    [one] 1 cambio en quién hace qué
   *[other] { $n } cambios en quién hace qué
}
diff-added = { $n ->
    [one] 1 añadido
   *[other] { $n } añadidos
}
diff-removed = { $n ->
    [one] 1 eliminado
   *[other] { $n } eliminados
}
diff-moved = { $n ->
    [one] 1 pasa a otro rol
   *[other] { $n } pasan a otro rol
}
diff-changed = { $n ->
    [one] 1 cambio
   *[other] { $n } cambios
}
diff-reworded = { $n ->
    [one] 1 redactado de otro modo
   *[other] { $n } redactados de otro modo
}
diff-key-affected = quién
diff-key-added = añadido
diff-key-removed = eliminado
diff-key-moved = traslado
diff-key-changed = cambio
diff-key-reworded = redacción
diff-now-does = ahora hace
diff-now-answers = ahora responde de
diff-now-asked = ahora se le consulta
diff-now-told = ahora se le informa
diff-no-longer-does = ya no hace
diff-no-longer-answers = ya no responde de
diff-no-longer-asked = ya no se le consulta
diff-no-longer-told = ya no se le informa

# Asignación
assign-one-person = { $tasks ->
    [0] { $size }: no hay ninguna tarea.
    [one] { $size }: la única tarea recae en una sola persona.
   *[other] { $size }: las { $tasks } tareas recaen en una sola persona.
}
assign-one-person-partly = { $tasks ->
    [one] { $size }: 1 tarea para una sola persona.
   *[other] { $size }: { $tasks } tareas para una sola persona.
}
assign-one-position-shared = { $tasks ->
    [one] { $size }: { $people } personas se reparten un puesto y su única tarea.
   *[other] { $size }: { $people } personas se reparten un puesto y sus { $tasks } tareas.
}
assign-by-whole-roles = { $size }: { $people } personas comparten un puesto y sus { $tasks } tareas por roles enteros.
assign-positions = { $positions ->
    [0] { $size }: no hay ningún puesto.
    [one] { $size }: un puesto ({ $count }).
   *[other] { $size }: { $positions } puestos se reparten { $count }.
}
assign-reporting = Dependencia: { $role } → { $above }.
assign-total = { $assigned } de { $all ->
    [one] 1 tarea asignada
   *[other] { $all } tareas asignadas
}
assign-partly = { $n ->
    [one] 1 tarea solo en parte, por falta de tiempo
   *[other] { $n } tareas solo en parte, por falta de tiempo
}
assign-fell-away = { $n ->
    [one] 1 tarea entre dos personas ya no procede, porque la misma persona está en ambos lados: { $tasks }
   *[other] { $n } tareas entre dos personas ya no proceden, porque la misma persona está en ambos lados: { $tasks }
}
partly = { $hours } de { $of } h
assign-within = { $what } en manos de la misma persona
assign-between = { $what } entre varias personas
assign-unassigned = { $n ->
    [one] 1 tarea queda sin asignar
   *[other] { $n } tareas quedan sin asignar
}
assign-missing = Lo que no cabe requeriría { $hours } h más a la semana
load = Carga
load-title = Carga, en horas a la semana
overview-first = estas son las { $n } más necesarias
overview-busiest = Carga, en horas a la semana: las { $n } mayores de { $all }
overview-people = Esto es lo más importante; --all muestra todas las tareas, --person NOMBRE las de una persona, --by area un área tras otra.
overview-positions = Esto es lo más importante; --all muestra todas las tareas, --by area un área tras otra.
load-used = Usadas
load-used-at-least = Usadas, al menos
load-limit = Horas disponibles
load-free = Libres
load-free-at-most = Libres, como mucho
load-over = De más
nothing-to-do = { $n } sin nada que hacer
no-known-hours = { $n } sin horas conocidas
person-limit = Horas de la persona
person-used = Horas usadas al menos
person-free = Horas libres como mucho
person-over = Horas de más
why = Por qué
and-more = … y { $n } más
assign-team = Equipo
assign-advice = Busque esas horas, pase tareas a otra persona o renuncie a las complementarias.
assign-waits = { $n ->
    [one] 1 tarea espera a que se cubra la vacante ({ $what }): { $tasks }
   *[other] { $n } tareas esperan a que se cubra la vacante ({ $what }): { $tasks }
}
assign-rebalance = Hay tareas esenciales sin hacer mientras otras personas hacen tareas complementarias; --rebalance planifica de nuevo con quienes están.
assign-over = { $who }: { $hours } h a la semana de más, porque lo asignado de antemano a una persona se queda con ella.
handover-title = { $n ->
    [0] Sin { $names } nada cambia de manos
    [one] Sin { $names } cambia de manos 1 tarea
   *[other] Sin { $names } cambian de manos { $n } tareas
}
day-everybody = El { $day } no falta nadie.
day-away = Ausencias el { $day }: { $names }.
why-pinned = Asignada de antemano: { $who }
why-only-one = Nadie más tiene el rol { $role }
why-position = El puesto { $who } tiene el rol { $role }
why-spread = Pueden hacerla: { $names }; así la persona más ocupada ({ $who }) tiene { $hours }
why-so-many = { $n } personas
why-each = La hacen todas las personas que tienen el rol { $role }
why-each-in-time = La hacen todas las personas que tienen el rol { $role } y aún tienen tiempo
why-shared = Quienes tienen el rol { $role } se reparten las horas de la tarea en proporción a las propias
why-deputy = Quien la hace no está; suplencia: { $who }
why-stand-in = Quien la hace no está; puede hacerla y tiene tiempo: { $who }
why-whole-role = Todo el rol { $role } recae en { $who }
why-as-ever = Se queda con { $who }, como cuando no falta nadie
why-need = Las horas no bastan para todo; quien más tiempo tenía cuando le llegó el turno, por orden de prioridad: { $who }
why-no-time = Las horas no bastan para todo; cuando le llegó el turno, por orden de prioridad, a nadie que pudiera hacerla le quedaba tiempo
why-vacant = Nadie ocupa el puesto { $position }
why-waits = { $why }; espera a que se cubra la vacante ({ $what })
why-rest-waits = { $why }; el resto espera a que se cubra la vacante ({ $what })
reason-vacant-position = Puesto vacante
reason-no-time-left = Sin tiempo
reason-no-position = Sin puesto
reason-fell-away = No procede
nobody = nadie: { $reason }
only-after = solo después de: { $tasks }
no-position-for = Ningún puesto tiene el rol { $role } en este tamaño de empresa

# Raci
raci-lead = { $size }: quién hace cada tarea, quién responde de ella, a quién se consulta y a quién se informa.
raci-does = realiza la tarea
raci-answers = autoridad, responde de ella
raci-asked = se le consulta antes
raci-told = se le informa después
raci-nothing-to-split = Una sola persona lo hace todo y responde de todo: no hay nada que repartir.
raci-columns = Lectura de arriba abajo
raci-reading = Lo que dice
raci-vacant = { $n ->
    [one] 1 tarea no tiene a nadie que la haga o responda de ella.
   *[other] { $n } tareas no tienen a nadie que las haga o responda de ellas.
}
raci-undone-here = { $n ->
    [one] 1 tarea no tiene a nadie que la haga.
   *[other] { $n } tareas no tienen a nadie que las haga.
}
raci-many-tasks = { $others ->
    [0] Hace { $n } tareas, y nadie más hace ninguna: ¿es demasiado?
    [one] Hace { $n } tareas, y la única otra persona que hace alguna, { $average }: ¿es demasiado?
   *[other] Hace { $n } tareas, y las demás que hacen alguna, { $average } en promedio: ¿es demasiado?
}
raci-many-answers = { $n ->
    [one] Responde de { $all } tareas, una de las cuales hace otra persona: ¿podría responder ella?
   *[other] Responde de { $all } tareas, { $n } de las cuales hacen otras personas: ¿podrían responder ellas de algunas?
}
raci-neither = No hace ninguna tarea ni responde de ninguna: ¿hace falta este rol?
raci-neither-many = { $n } no hacen ninguna tarea ni responden de ninguna: ¿hacen falta sus roles?
raci-several = Varias personas tienen el rol { $role }; de lo que no hace ninguna de ellas responde: { $who }.
raci-stand-in = Aquí ningún puesto tiene el rol { $role }; responde en su lugar: { $other }.
raci-undone = { $n ->
    [one] Aquí ningún puesto tiene el rol { $role }: nadie hace su tarea.
   *[other] Aquí ningún puesto tiene el rol { $role }: nadie hace sus { $n } tareas.
}

# Riesgos
risks = Riesgos
risks-lead = { $size }: lo que puede salir mal, lo más grave primero.
risks-none = { $size }: ningún riesgo a la vista.
risk = Riesgo
risk-message = De qué se trata
risk-advice = Qué hacer
risk-everything = todo ({ $load })
risk-nobody-there = no hay nadie
risk-pinned = { $hours }, asignadas de antemano: { $tasks }
risk-waits = { $n ->
    [0] vacante, ninguna tarea espera a que se cubra
    [one] vacante, 1 tarea espera a que se cubra
   *[other] vacante, { $n } tareas esperan a que se cubra
}
risk-no-time = Nadie tiene tiempo
risk-no-time-task = Nadie tiene tiempo para «{ $task }».
risk-no-time-partly = Nadie tiene tiempo para { $hours } h a la semana de «{ $task }».
risk-no-role = Nadie tiene el rol
risk-no-role-task = Ningún puesto tiene el rol { $role }, así que nadie se ocupa de «{ $task }».
risk-no-role-advice = Dé el rol a un puesto en registry.yaml, o elija un tamaño de empresa que lo tenga.
risk-away = Sin hacer por una ausencia
risk-away-task = Sin { $names }, nadie se ocupa de «{ $task }».
risk-away-advice = Indique en team.yaml quién suple (deputy: NOMBRE), o decida qué puede esperar.
risk-vacant = Puestos vacantes
risk-vacant-task = Nadie ocupa el puesto { $position }, así que nadie se ocupa de «{ $task }».
risk-vacant-position = Nadie ocupa el puesto { $position }.
risk-vacancy = { $n ->
    [0] Hay una vacante: { $what }. Ninguna tarea espera a que se cubra.
    [one] Hay una vacante: { $what }. 1 tarea espera a que se cubra.
   *[other] Hay una vacante: { $what }. { $n } tareas esperan a que se cubra.
}
risk-vacant-advice = Busque a alguien; hasta entonces, dé los roles a alguien que esté.
risk-over-hours = Más trabajo que horas
risk-over-hours-advice = Quite tareas asignadas de antemano (pins) en team.yaml, o dé más horas a estas personas.
risk-absence = Si alguien falta, nadie tendría tiempo
risk-absence-task = Sin { $who }, nadie tendría tiempo para «{ $task }».
risk-absence-partly = Sin { $who }, nadie tendría tiempo para { $hours } h a la semana de «{ $task }».
risk-absence-advice = Deje horas libres a los demás, o decida de antemano qué puede esperar.
risk-only-person = Depende de una sola persona
risk-only-person-task = Solo una persona puede ocuparse de «{ $task }», sin suplencia: { $who }.
risk-only-person-advice = Indique en team.yaml quién suple (deputy: NOMBRE), o dé el rol a una persona más.
risk-only-position = Depende de un solo puesto
risk-only-position-task = Solo un puesto puede ocuparse de «{ $task }»: { $who }.
risk-only-position-advice = Indique las personas, para ver quién puede suplir: --to NOMBRE, o team.yaml.
risk-alone-advice = Busque a alguien que pueda hacer la suplencia, y anote cómo se hace el trabajo.
risk-no-deputy = Sin suplencia
risk-no-deputy-of = Sin suplencia prevista: { $who }.
risk-no-deputy-advice = Indique en team.yaml quién suple: deputy: NOMBRE
risk-no-estimate = Nadie sabe cuánto tiempo hace falta
risk-no-estimate-of = «{ $task }» no tiene estimación.
risk-no-estimate-advice = Escriba hours_per_week junto a la tarea en el archivo de su rol.

# Quién
who-apart = { $task }. Lo hace: { $doer }. Responde de ello: { $accountable }.
who-alone = { $task }. Lo hace y responde de ello: { $doer }.
who-one-position = una sola persona, { $who }.
who-positions = { $who } (lo hacen y responden de ello).
who-doer-apart = { $doer } ({ $doers ->
    [one] lo hace
   *[other] lo hacen
}), { $accountable } ({ $answering ->
    [one] responde de ello
   *[other] responden de ello
}).
who-no-doer = ningún puesto lo hace.
who-no-answer = { $doer } ({ $doers ->
    [one] lo hace
   *[other] lo hacen
}); ningún puesto responde de ello.
who-away = { $who } (ausencia)
who-answers = Responde de ello
who-one-person = Una sola persona en
who-nobody = Aquí no lo hace nadie: { $question }
who-unsure = No está claro qué se pregunta: { $question }
who-likeliest = { $n ->
    [one] La tarea más probable:
   *[other] Las tareas más probables:
}
who-elsewhere = En el catálogo, rol { $role }: { $tasks }.
who-or-elsewhere = O aquí no lo hace nadie. En el catálogo, rol { $role }: { $tasks }. (roles add { $id })
who-held-by = { $n ->
    [0] Equipo: nadie tiene el rol.
   *[other] Equipo, con este rol: { $who }.
}
who-holds-nothing = En el equipo, sin rol: { $who }.
who-reporting = { $n ->
    [one] Dependencia: { $roles } → { $above }.
   *[other] Dependencias: { $roles } → { $above }.
}
who-role = roles show { $id } muestra todas sus tareas.
who-role-purpose = Rol del registro: { $role }. { $purpose }
who-person-tasks = roles assign --person NOMBRE muestra lo que hace una persona.
who-likeliest-roles = { $n ->
    [one] El rol más probable: { $roles }; roles show { $id } muestra todas sus tareas.
   *[other] Los roles más probables: { $roles }; roles show ID muestra todas las tareas de uno, roles compare en qué se diferencian dos.
}
who-answer = Respuesta
who-sure = segura
who-not-sure = dudosa
who-nobody-here = nadie
who-in-catalogue = en el catálogo
who-same-doer = { $who } (lo hace y responde de ello).
who-does = Lo hace
who-score = Puntuación

# Organigrama
chart-of-roles = Quién depende de quién
chart-positions = { $n ->
    [one] 1 puesto
   *[other] { $n } puestos
}
chart-hidden = { $n ->
    [one] 1 puesto más por debajo
   *[other] { $n } puestos más por debajo
}
chart-other = { $name } ({ $tasks }) desde otro puesto
chart-goes-on = (sigue más abajo)
chart-again = (continuación)

# Informe
report-contents = Contenido
report-roles = Los roles
report-areas = Las tareas por área
report-people = Quién hace qué
report-companies = Quién hace qué según el tamaño de la empresa
report-raci = Quién responde de qué
report-raci-lead = RACI: cada tarea tiene a alguien que la hace y a una sola persona que responde de ella.
report-raci-hours = Sin contar las horas: una tarea para la que no queda tiempo figura con quien la haría.
report-handoffs = Traspasos entre roles
report-chart = Quién depende de quién
report-sources = Fuentes
report-made-by = Página hecha con roles { $version }.
handed-over = Qué se traspasa
handed-from = De
handed-to = A

# Match
count-duties = { $n ->
    [one] { $n } función
   *[other] { $n } funciones
}
match-line = Línea
match-text = El anuncio dice
match-second = O bien
match-elsewhere = En el catálogo
match-nobody = Nadie
match-untitled = Sin título. Rol { $role }: { $n } de { $all } funciones; ningún otro tiene más.
match-roleless = Ninguna de estas funciones corresponde a un rol.
match-fits = «{ $title }» encaja. Rol { $role }: { $n } de { $all } funciones, más que ningún otro.
match-leans = «{ $title }» se inclina hacia el rol { $role } ({ $n } de { $all } funciones); rol { $named }: { $own }.
match-mixed = «{ $title }» es mixto. Rol { $named }: { $own } de { $all } funciones; ningún rol destaca con claridad.
match-several = «{ $title }» es mixto, porque nombra varios roles: { $named }. Rol { $role }: { $n } de { $all } funciones; ningún otro tiene más.
match-unknown = «{ $title }» no nombra ningún rol conocido. Rol { $role }: { $n } de { $all } funciones; ningún otro tiene más.
match-passed-over = { $n ->
    [one] { $duties }; { $n } línea trata de otra cosa y se omite.
   *[other] { $duties }; { $n } líneas tratan de otra cosa y se omiten.
}
match-no-duties = No hay funciones: ni una lista ni una frase que trate de una tarea.
match-part = { $duties } ({ $percent } %)
match-probably = Probablemente: { $task }
match-either = { $task }; o bien: { $second }
match-lacks = El anuncio deja fuera lo que corresponde al rol { $role }: { $tasks }.
match-lacks-nothing = El anuncio no deja fuera ninguna tarea esencial del rol { $role }.
match-add = { $n ->
    [one] El catálogo tiene un rol para lo que aquí no hace nadie: roles add { $ids }
   *[other] El catálogo tiene roles para lo que aquí no hace nadie: roles add { $ids }
}
match-unsure = { $n ->
    [one] { $n } respuesta es dudosa; --answers ARCHIVO la corrige.
   *[other] { $n } respuestas son dudosas; --answers ARCHIVO las corrige.
}

# Y ahora
next = Siguiente: { $command } ({ $what })
next-show-role = muestra todo sobre este rol
next-job-page = lo convierte en una página web para imprimir o publicar
next-show-task = muestra todo sobre esta tarea
next-list-tasks = muestra todas las tareas
next-list-there = muestra lo que tiene el catálogo
next-list-words = busca lo que seguramente se quería decir
next-compare = muestra en qué se diferencian los roles
next-compare-sizes = muestra qué cambia cuando la empresa crece
next-assign = muestra quién hace qué
next-assign-all = muestra cada tarea y quién la hace
next-raci = muestra quién responde de qué
next-risks = muestra lo que puede salir mal
next-assign-hours = muestra qué cabe en diez horas a la semana
next-diff = lo escribe en Markdown para una pull request
next-report = lo reúne todo en una página para leer e imprimir
next-add-role = añade este rol a su registro

# Primera página
welcome-anywhere = Para empezar, en cualquier carpeta:
welcome-here = Para empezar, con el registro de esta carpeta:
welcome-wrong = El registro de esta carpeta tiene errores. Véalos primero:
welcome-help = roles --help muestra la lista completa (en inglés); roles assign --help, ejemplos.
next-list = muestra los roles y cuántas tareas tiene cada uno
next-check = muestra qué está mal y cómo corregirlo
next-new = añade un rol
next-change = empieza un archivo para lo que sea distinto en un rol
next-init = crea un registro propio a partir de este
next-explain = dice más sobre el primero de estos problemas
next-write = lo escribe en un archivo
next-man = lo muestra como página de manual
next-completions = dice dónde poner cada línea
next-bash = muestra lo que configura la línea de bash

# Archivos escritos
file-wrote = escrito: { $file }
file-replaced = reemplazado: { $file }
file-changed = modificado: { $file }
init-yours = Este registro ya es suyo: cambie sus textos, tareas y tamaños de empresa en un editor. Los comentarios de { $file } explican cómo.
init-extends = Todo el registro que viene con el programa ya está aquí; escriba solo lo que sea distinto. Los comentarios de { $file } explican cómo.
init-file-what = Este registro tiene los roles, las áreas, los tamaños de empresa y las fuentes del que viene con el programa. Lo que se escriba aquí y en los archivos que están junto a este se añade a él o lo cambia.
init-file-change = Para cambiar un rol, escriba solo lo que sea distinto en un archivo que lleve su identificador: roles new { $role } empieza uno. Por ejemplo:
init-file-task = Redactar el boletín
init-copy-head = Lo que comparten todos los roles. Cada rol tiene su propio archivo, que lleva su identificador; team.yaml puede enumerar a las personas. roles check muestra todo lo que está mal y cómo corregirlo.
init-copy-role = El rol { $role }: los demás archivos lo nombran con este identificador, el nombre de su archivo sin la extensión.
init-copy-words = Otras palabras para las tareas: roles who las usa para encontrar una tarea. Debajo del identificador de un rol están los de sus tareas y, debajo de cada uno, las palabras.
new-fill-in = Ábralo en un editor: tiene un nombre y una tarea por completar y, en comentarios, todo lo demás que un rol puede decir.
new-change = Ábralo en un editor y escriba solo lo que sea distinto de { $base }. Sus comentarios explican cómo.
add-yours = Añadido: { $roles }. Ya es suyo; cámbielo como quiera.

# Notas
note = nota
note-not-a-file = { $path } no es un archivo normal y se pasó por alto
note-ending = { $path } no termina en .yaml ni en .yml y se pasó por alto
note-using = registro en uso: { $folder }
note-using-variable = registro en uso: { $folder } (ROLES_REGISTRY)
note-no-head = { $folder }/ no tiene registry.yaml, así que se usa el registro incluido; `version: 1` en { $folder }/registry.yaml lo convierte en registro
note-shipped-checked = aquí no hay un registro propio, así que se revisa el incluido
note-variable-wins = ROLES_REGISTRY indica otro registro, que es el que usan los demás comandos
note-above = una carpeta superior también tiene un registro; desde aquí se usa este
note-nothing-added = no se añadió nada: los archivos tendrían estos errores
note-untranslated = el catálogo no tiene textos en estos idiomas: { $languages }; traducirlos queda en sus manos
note-links-left-out = se dejaron fuera enlaces a lo que aquí no está: { $links }
note-lacks = el rol { $role } no tiene { $what ->
    [skills] `skills`
    [measures] `measures`
   *[both] ni `skills` ni `measures`
}; lo que se escriba en su archivo aparecerá también aquí (si aún no tiene archivos, roles init los crea)
note-mermaid = Mermaid dibuja como mucho { $mostarrows } flechas y { $mostcharacters } caracteres, salvo que su página esté configurada para más; aquí hay { $arrows } y { $characters }. --depth N muestra menos niveles, --format svg los dibuja todos
note-first-day = el primer día es el { $weekday } { $day }; --start elige otro
note-no-calendar = ninguna tarea vuelve con un ritmo fijo: no hay nada para un calendario
note-without-rhythm = { $n ->
    [one] en ningún calendario: 1 tarea sin ritmo fijo ({ $names })
   *[other] en ningún calendario: { $n } tareas sin ritmo fijo ({ $names })
}
note-has-nobody = { $n ->
    [one] en ningún calendario: 1 tarea sin nadie ({ $names })
   *[other] en ningún calendario: { $n } tareas sin nadie ({ $names })
}
note-idle = { $n ->
    [one] sin calendario, por no tener tareas que vuelvan: { $names }
   *[other] sin calendarios, por no tener tareas que vuelvan: { $names }
}
note-left = { $n ->
    [one] calendario de alguien que ya no tiene ninguno; se dejó como estaba: { $names }
   *[other] calendarios de personas que ya no tienen ninguno; se dejaron como estaban: { $names }
}

# The sheet of a workbook with what a page says beside its tables.
sheet-notes = Notas

# Importación
import-matrix = { $file } es una matriz: las tareas en filas, { $who ->
    [people] las personas
   *[roles] los roles
} en columnas, letras en las celdas. Los encabezados están en la fila { $row }.
import-names = { $file } es una lista de tareas con los nombres de { $who ->
    [people] las personas
   *[roles] los roles
} para cada letra de RACI. Los encabezados están en la fila { $row }.
import-list = { $file } es una lista con una fila por tarea o persona. Los encabezados están en la fila { $row }.
import-otherwise = Si no es así: --map COLUMNA=CAMPO dice qué contiene una columna, --who people o --who roles qué son los nombres.
import-areas = { $n ->
    [one] 1 área
   *[other] { $n } áreas
}
import-dry-run = No se ha escrito nada; sin --dry-run se escribiría.
import-yours = Este registro es suyo: cámbielo en un editor.
import-cell = { $cell } «{ $text }»
import-above-heading = está encima de los encabezados y se ha dejado fuera
import-unread-column = no se sabe nada de esta columna; --map COLUMNA=CAMPO dice qué contiene
import-total = un total, fuera
import-footnote = un texto debajo de la última tarea, fuera
import-lone-text = un texto suelto, ni tarea ni título de tareas, fuera
import-no-task = no hay ninguna tarea en esta fila; se ha dejado fuera
import-nobody = nadie la realiza ni responde de ella; se ha dejado fuera
import-no-responsible = nadie la realiza; la realiza quien responde de ella
import-no-accountable = nadie responde de ella; responde la primera persona que la realiza
import-second-accountable = también responde de ella; solo cuenta quien está primero
import-told-anyway = la realiza o responde de ella: no hace falta consultar ni informar
import-not-all-doers = no la realizan todos los que tienen su rol; cuenta la primera persona que la realiza
import-unknown-letters = no son letras de RACI; fuera
import-unknown-cadence = frecuencia desconocida; fuera
import-unknown-days = no son días de la semana, o no van con la frecuencia; fuera
import-unknown-hours = horas desconocidas, o que no van con la frecuencia; fuera
import-unknown-word = no es una palabra de esta columna; fuera
import-hours-without-cadence = las horas cada vez necesitan una frecuencia; fuera
import-too-long = más de 10 000 letras: cortado
import-name-too-long = no es un nombre: más de 100 letras; fuera
import-not-of-people = un registro no dice esto de las personas; fuera
import-error = una fórmula ha fallado aquí; fuera
import-formula = una fórmula que nunca se ha calculado; abra y guarde el archivo en una hoja de cálculo
import-other-sheet = esta hoja tiene otros encabezados y no se ha leído; --sheet la lee sola
import-unread-sheet = esta hoja no se ha leído
