//! The phrases that generated roles and tasks are put together from, each in three languages.

/// The languages, in the order of every phrase.
pub const LANGUAGES: [&str; 3] = ["en", "fr", "es"];

/// The same words in each language. Without colons and commas, so that they need no quotes.
pub type Phrase = [&'static str; LANGUAGES.len()];

/// What roles are called: with [`DOMAINS`].
pub const PROFESSIONS: [Phrase; 16] = [
    ["Editor", "Rédaction", "Redacción"],
    ["Planner", "Planification", "Planificación"],
    ["Analyst", "Analyse", "Análisis"],
    ["Moderator", "Modération", "Moderación"],
    ["Designer", "Création graphique", "Diseño gráfico"],
    ["Video producer", "Production vidéo", "Producción de vídeo"],
    ["Photographer", "Photographie", "Fotografía"],
    ["Translator", "Traduction", "Traducción"],
    ["Campaign manager", "Gestion de campagne", "Gestión de campañas"],
    ["Media buyer", "Achat d'espace", "Compra de medios"],
    ["Copywriter", "Conception-rédaction", "Redacción publicitaria"],
    ["Researcher", "Études", "Investigación"],
    ["Press officer", "Relations presse", "Relaciones con la prensa"],
    ["Partnership lead", "Partenariats", "Alianzas"],
    ["Customer advisor", "Conseil à la clientèle", "Atención al cliente"],
    ["Trainer", "Formation", "Formación"],
];

/// What roles are for.
pub const DOMAINS: [Phrase; 16] = [
    ["for the online shop", "pour la boutique en ligne", "para la tienda en línea"],
    ["for the museum and its friends", "pour le musée et ses amis", "para el museo y sus amigos"],
    ["for the sports section", "pour la section sportive", "para la sección deportiva"],
    ["for young readers", "pour les jeunes lecteurs", "para los lectores jóvenes"],
    ["for the foreign markets", "pour les marchés étrangers", "para los mercados exteriores"],
    ["for short videos", "pour les vidéos courtes", "para los vídeos cortos"],
    ["for the podcast", "pour le podcast", "para el pódcast"],
    [
        "for business customers",
        "pour la clientèle professionnelle",
        "para los clientes profesionales",
    ],
    ["for the local branches", "pour les agences locales", "para las sucursales locales"],
    ["for recruiting", "pour le recrutement", "para la selección"],
    ["for the trade fairs", "pour les salons professionnels", "para las ferias"],
    ["for the users' forum", "pour le forum des utilisateurs", "para el foro de usuarios"],
    ["for the image library", "pour la photothèque", "para el archivo de imágenes"],
    [
        "for the loyalty programme",
        "pour le programme de fidélité",
        "para el programa de fidelización",
    ],
    ["for donors and volunteers", "pour les donateurs et bénévoles", "para donantes y voluntarios"],
    ["for the help pages", "pour les pages d'aide", "para las páginas de ayuda"],
];

/// The first half of a purpose; one of [`DOMAINS`] ends it.
pub const PURPOSES: [Phrase; 5] = [
    [
        "Makes sure that what is published is true and useful and on time",
        "Veille à ce que les publications soient exactes et utiles et paraissent à l'heure",
        "Procura que lo que se publica sea cierto y útil y llegue a tiempo",
    ],
    [
        "Listens to the people out there and brings their voice into the company",
        "Écoute le public et fait entendre sa voix dans l'entreprise",
        "Escucha al público y lleva su voz a la empresa",
    ],
    [
        "Turns goals into a plan that a small team can carry out",
        "Traduit les objectifs en un plan à la portée d'une petite équipe",
        "Convierte los objetivos en un plan al alcance de un equipo pequeño",
    ],
    [
        "Finds out what works and says so in words that everybody understands",
        "Découvre ce qui marche et le dit avec des mots que chacun comprend",
        "Averigua qué funciona y lo dice con palabras que todos entienden",
    ],
    [
        "Keeps the tools and templates in order so that the others can work",
        "Tient les outils et les modèles en ordre pour que les autres puissent travailler",
        "Mantiene en orden las herramientas y plantillas para que los demás trabajen",
    ],
];

/// What is done: the first word of a task.
pub const VERBS: [Phrase; 16] = [
    ["Plan", "Planifier", "Planificar"],
    ["Prepare", "Préparer", "Preparar"],
    ["Review", "Relire", "Revisar"],
    ["Update", "Mettre à jour", "Actualizar"],
    ["Measure", "Mesurer", "Medir"],
    ["Present", "Présenter", "Presentar"],
    ["Improve", "Améliorer", "Mejorar"],
    ["Document", "Documenter", "Documentar"],
    ["Translate", "Traduire", "Traducir"],
    ["Approve", "Valider", "Aprobar"],
    ["Compare", "Comparer", "Comparar"],
    ["Archive", "Archiver", "Archivar"],
    ["Test", "Tester", "Probar"],
    ["Explain", "Expliquer", "Explicar"],
    ["Simplify", "Simplifier", "Simplificar"],
    ["Negotiate", "Négocier", "Negociar"],
];

/// What it is done to: the middle of a task. There are more than a role has tasks.
pub const OBJECTS: [Phrase; 26] = [
    ["the newsletter", "la lettre d'information", "el boletín"],
    ["the photo series", "la série de photos", "la serie de fotos"],
    ["the weekly figures", "les chiffres de la semaine", "las cifras de la semana"],
    [
        "the answers to frequent questions",
        "les réponses aux questions fréquentes",
        "las respuestas a preguntas frecuentes",
    ],
    ["the advertisements", "les annonces", "los anuncios"],
    ["the short videos", "les vidéos courtes", "los vídeos cortos"],
    ["the editorial plan", "le plan éditorial", "el plan editorial"],
    ["the house rules of the group", "le règlement du groupe", "las normas del grupo"],
    ["the list of partners", "la liste des partenaires", "la lista de socios"],
    ["the budget", "le budget", "el presupuesto"],
    ["the survey", "le sondage", "la encuesta"],
    ["the profile pages", "les pages de profil", "las páginas de perfil"],
    ["the press review", "la revue de presse", "la revista de prensa"],
    ["the live broadcast", "la diffusion en direct", "la emisión en directo"],
    ["the competition", "le jeu-concours", "el concurso"],
    ["the interviews", "les entretiens", "las entrevistas"],
    ["the emergency contacts", "les contacts d'urgence", "los contactos de urgencia"],
    ["the glossary", "le glossaire", "el glosario"],
    [
        "the alternative texts of the images",
        "les textes alternatifs des images",
        "los textos alternativos de las imágenes",
    ],
    ["the customer stories", "les récits de clients", "las historias de clientes"],
    ["the keywords", "les mots-clés", "las palabras clave"],
    ["the templates", "les modèles", "las plantillas"],
    ["the training notes", "le support de formation", "el material de formación"],
    ["the contracts", "les contrats", "los contratos"],
    ["the subtitles", "les sous-titres", "los subtítulos"],
    ["the mood report", "le baromètre d'opinion", "el informe de opinión"],
];

/// When, for whom or how: the end of a task.
pub const QUALIFIERS: [Phrase; 16] = [
    ["for the spring campaign", "pour la campagne de printemps", "para la campaña de primavera"],
    ["with the sales team", "avec l'équipe commerciale", "con el equipo de ventas"],
    ["before the board meets", "avant la réunion du conseil", "antes de la junta"],
    ["in plain language", "en langage clair", "en lenguaje claro"],
    ["for every network", "pour chaque réseau", "para cada red"],
    ["after the launch", "après le lancement", "después del lanzamiento"],
    ["with two colleagues", "avec deux collègues", "con dos compañeros"],
    ["for new members", "pour les nouveaux membres", "para los nuevos miembros"],
    ["at the end of the quarter", "en fin de trimestre", "al final del trimestre"],
    ["for the annual report", "pour le rapport annuel", "para el informe anual"],
    ["together with the agency", "avec l'agence", "junto con la agencia"],
    ["within the legal limits", "dans le cadre légal", "dentro del marco legal"],
    ["for the regional offices", "pour les bureaux régionaux", "para las oficinas regionales"],
    ["without extra cost", "sans frais supplémentaires", "sin coste adicional"],
    ["ahead of the holidays", "à l'approche des fêtes", "de cara a las fiestas"],
    [
        "from last year's results",
        "d'après les résultats de l'an dernier",
        "según los resultados del año pasado",
    ],
];

/// Details: why a task is there.
pub const REASONS: [Phrase; 6] = [
    [
        "Whoever comes late to it finds that the others have already decided.",
        "Qui s'y prend trop tard constate que les autres ont déjà décidé.",
        "Quien llega tarde descubre que los demás ya han decidido.",
    ],
    [
        "It takes one morning and saves the team a week of questions.",
        "Une matinée suffit et l'équipe s'épargne une semaine de questions.",
        "Basta una mañana y el equipo se ahorra una semana de preguntas.",
    ],
    [
        "The figures come from the networks themselves and from the company's own shop.",
        "Les chiffres viennent des réseaux eux-mêmes et de la boutique de l'entreprise.",
        "Las cifras proceden de las propias redes y de la tienda de la empresa.",
    ],
    [
        "Two people look at it because one of them always misses something.",
        "Deux personnes s'en chargent car une seule oublie toujours quelque chose.",
        "Lo miran dos personas porque a una sola siempre se le escapa algo.",
    ],
    [
        "Nothing goes out before the person responsible has said yes in writing.",
        "Rien ne paraît avant l'accord écrit de la personne responsable.",
        "Nada sale antes de que la persona responsable lo apruebe por escrito.",
    ],
    [
        "Old versions stay where they are so that nobody has to remember them.",
        "Les anciennes versions restent en place afin que personne n'ait à s'en souvenir.",
        "Las versiones antiguas se quedan en su sitio para que nadie tenga que recordarlas.",
    ],
];

/// What one task gives to another.
pub const HANDED_OVER: [Phrase; 8] = [
    ["The approved texts", "Les textes validés", "Los textos aprobados"],
    ["Figures of the month", "Les chiffres du mois", "Las cifras del mes"],
    ["Open questions", "Les questions en suspens", "Las preguntas abiertas"],
    ["Images ready for print", "Les images prêtes à imprimer", "Las imágenes listas para imprimir"],
    ["Dates and deadlines", "Les dates et échéances", "Las fechas y plazos"],
    ["A list of complaints", "La liste des réclamations", "La lista de quejas"],
    ["Draft for comment", "Le projet à commenter", "El borrador para comentar"],
    ["What readers asked for", "Ce que demandent les lecteurs", "Lo que piden los lectores"],
];
