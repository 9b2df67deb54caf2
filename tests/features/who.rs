//! Questions as people ask them, and the tasks that they are about, in the shipped registry.

use roles::model::{Language, Position, Registry};
use roles::query::{self, Answer};
use roles::render::{Reader, json};
use roles::{resolve, source};
use std::collections::BTreeSet;

/// Questions in English, by the task that answers them.
const ENGLISH: &[(&str, &[&str])] = &[
    (
        "comment-replies",
        &[
            "Who should be answering people who write to us on Instagram?",
            "who moderates the comments",
            "delete insulting comments",
            "respond to google reviews",
            "customer questions in the DMs",
            "community engagement",
            "who's replying to folks on our FB page?",
            "reply to tweets",
            "angry client left a comment",
            "who bans users",
            "managing the community",
            "customer servise",
            "trolls",
            "who is supposed to moderate our discord server",
            "who speaks to fans online",
            "responding",
            "I'm the owner, should I be the one to answer private messages?",
            "reply guy",
            "who handles community questions",
            "interaction with followers",
            "Which of them deals with people complaining in the comments?",
            "answering reviewers on Tripadvisor",
            "who has to respond when a follower asks something",
        ],
    ),
    (
        "publication-calendar",
        &[
            "do I need someone to plan our posts for next month",
            "content schedule",
            "who schedules posts",
            "hootsuite scheduling",
            "Our intern wants to know who approves the schedule of posts",
            "editorial planning",
            "monthly content planning",
            "who posts every day",
            "publishing",
            "post on instagram",
            "write captions",
            "who puts together the content calender",
            "when do we publish what",
            "planning content for next week",
            "schedule tweets",
            "who uploads the videos",
            "who prepares the stories",
            "stories",
            "editorial",
            "Is it the CM who drafts the calendar?",
            "publication schedule",
            "who decides on the posting times",
            "content creation",
            "who should be planning before posting",
        ],
    ),
    (
        "brand-monitoring",
        &[
            "social listening tool owner",
            "who keeps an eye on mentions of our name",
            "who is tracking our brand name",
            "listen to what customers say about our brand",
            "what are people saying about us",
            "reputation",
            "who monitors the brand",
            "sentiment monitoring",
            "track hashtags",
            "Who notices when people talk about us?",
            "I'd like to know whose duty it is to monitor mentions",
            "brand sentiment",
        ],
    ),
    (
        "activity-report",
        &[
            "weekly stats",
            "weekly numbers to the boss",
            "who reports engagement figures",
            "who reports to management every week",
            "engagement report",
            "statistics",
            "who sends the weekly report",
            "report the statistics",
            "activity statistics for the manager",
            "reach and engagement",
            "weekly activity summary",
            "who forwards the statistics",
        ],
    ),
    (
        "guidelines",
        &[
            "who follows the brand guidelines",
            "stick to the strategy",
            "who obeys the guidelines",
            "who follows instructions",
            "compliance with guidelines",
            "who puts the strategy into practice",
            "editorial guidelines",
        ],
    ),
    (
        "social-media-plan",
        &[
            "who writes the social media plan",
            "yearly plan",
            "roadmap",
            "plan before we publish anything",
            "communication plan",
            "social plan",
            "who makes the plan",
            "annual social media plan",
        ],
    ),
    (
        "strategy",
        &[
            "long term vision for social",
            "strategie",
            "social media strategist",
            "who thinks about the big picture",
            "define the strategy",
            "social media stratgy",
            "who chooses which networks we use",
            "target group",
            "brand positioning",
            "audience definition",
            "audience targeting",
            "social media vision",
        ],
    ),
    (
        "goals",
        &[
            "who decides what we want to achieve on social",
            "kpi targets",
            "anual objectives",
            "who sets KPIs",
            "realistic goals",
            "set targets for next year",
            "what results do we expect",
            "objectives",
            "setting objectives",
            "social media objectives 2025",
            "yearly targets",
        ],
    ),
    (
        "competitor-analysis",
        &[
            "whos job is it to look at what our rivals are doing",
            "benchmark against other brands",
            "who studies the competition",
            "compettitor analysis",
            "what is the competition up to",
            "industry benchmark",
            "rival brands",
            "researching competing brands",
            "who follows our competitors on instagram",
        ],
    ),
    (
        "metrics-analysis",
        &[
            "roi of our social channels",
            "who checks the insights every week",
            "who measures the KPIs",
            "social media audit",
            "metrics",
            "dashbord",
            "who calculates the return on investment",
            "analyse performance",
            "who looks at google analytics",
            "data analysis",
            "interpreting the data",
        ],
    ),
    (
        "test-and-adjust",
        &[
            "A/B testing",
            "who tries out new formats",
            "experiment with reels",
            "who tweaks the campaigns",
            "optimization",
            "which campaigns performed best",
            "split testing",
            "try new ideas",
            "what works and what doesn't",
            "learn from experiments",
            "experimentation",
            "testing new content",
        ],
    ),
    (
        "crisis-plan",
        &[
            "bad press emergency",
            "reputational crisis protocol",
            "what to do when things blow up online",
            "who prepares for a scandal",
            "PR disaster",
            "crises",
            "crisis communications plan",
            "who is in charge in an emergency",
            "boycott",
            "handle a shitstorm",
            "crisis playbook",
            "crisis team",
            "who do we call when there is a social media crisis",
        ],
    ),
    (
        "community-manager-contact",
        &[
            "weekly catch-up between the two",
            "brief the CM",
            "who leads the community manager",
            "sync with the community manager",
            "weekly meeting community manager",
        ],
    ),
];

/// Questions in French, by the task that answers them.
const FRENCH: &[(&str, &[&str])] = &[
    (
        "comment-replies",
        &[
            "qui répond aux messages privés",
            "qui gère les avis Google",
            "qui modère le groupe facebook",
            "Qui doit répondre aux commentaires négatifs sur Facebook ?",
            "reponses aux clients",
            "qui s'occupe des DM",
            "modérateur",
            "moderation des commentaires",
            "qui est responsable de l'animation de la communauté",
            "Qui est en charge de répondre aux avis clients ?",
            "qui répond sur Instagram",
            "repondre au commentaires",
            "les clients se plaignent sur twitter, qui leur répond ?",
            "qui gère la communauté",
            "animation de communauté",
            "qui supprime les insultes",
            "Quel poste répond aux questions des internautes ?",
            "Ils répondent aux commentaires, mais qui ?",
            "traiter les plaintes",
            "qui fait la modération le weekend",
        ],
    ),
    (
        "publication-calendar",
        &[
            "c'est qui qui fait le planning éditorial",
            "planning des posts",
            "programmer les publications",
            "qui planifie les publications de la semaine",
            "calendrier edito",
            "QUI FAIT LE CALENDRIER ?",
            "qui écrit les posts",
            "planifier du contenu",
            "plannig editorial",
            "publication des posts",
            "faire un planning de publication",
            "qui programme les stories",
            "création de contenu",
            "qui décide quand on publie",
        ],
    ),
    (
        "brand-monitoring",
        &[
            "qui surveille notre e-réputation",
            "surveillance de la marque",
            "les mentions de la marque",
            "que disent les gens sur nous",
            "veille",
            "qui surveille la réputation en ligne",
            "qu'est-ce qu'on dit de nous",
            "écoute des réseaux",
            "qui suit les mentions de notre marque",
            "surveiller les réseaux",
        ],
    ),
    (
        "activity-report",
        &[
            "reporting hebdo",
            "qui remonte les chiffres à la direction",
            "qui analyse les stats",
            "rapport d'activité",
            "transmettre les statistiques",
            "envoyer les stats chaque semaine",
            "rapport hebdomadaire",
            "compte rendu d'activité",
            "analyser les statistiques",
        ],
    ),
    (
        "guidelines",
        &[
            "respecter la charte",
            "ligne éditoriale",
            "qui suit les consignes",
            "charte graphique",
            "suivre les directives",
        ],
    ),
    (
        "social-media-plan",
        &[
            "feuille de route réseaux sociaux",
            "plan de communication",
            "plan média social",
            "A qui revient le plan social media ?",
        ],
    ),
    (
        "strategy",
        &[
            "stratégie digitale",
            "qui décide de la stratégie",
            "qui choisit les réseaux",
            "public cible",
            "qui établit la stratégie social média",
            "cible",
        ],
    ),
    (
        "goals",
        &[
            "qui definit les objectifs",
            "objectif chiffré",
            "objectifs réalistes",
            "quels sont nos objectifs et qui les fixe",
        ],
    ),
    (
        "competitor-analysis",
        &[
            "veille concurrentielle",
            "les concurents",
            "étude des concurrents",
            "benchmark concurrentiel",
            "concurrence",
            "qui espionne nos concurrents",
            "se comparer aux concurrents",
            "regarder les concurents sur insta",
        ],
    ),
    (
        "metrics-analysis",
        &[
            "tableau de bord",
            "analyser les résultats",
            "KPIs réseaux sociaux",
            "indicateurs",
            "analyser les chiffres",
            "KPI",
            "mesurer le ROI",
        ],
    ),
    (
        "test-and-adjust",
        &[
            "tester de nouveaux formats",
            "test A/B",
            "améliorer les performances",
            "essayer de nouvelles choses",
            "ajuster les actions",
            "optimisation des campagnes",
            "qui expérimente",
        ],
    ),
    (
        "crisis-plan",
        &[
            "bad buzz",
            "qui prépare la communication de crise",
            "gestion de crise",
            "en cas de crise qui fait quoi",
            "plan de crise",
            "crise",
            "communication en temps de crise",
            "scandale sur les réseaux",
            "que faire en cas de bad buzz",
            "qui gère les crises",
        ],
    ),
    (
        "community-manager-contact",
        &[
            "réunion entre le CM et le SMM",
            "échanger avec le community manager",
            "point avec le community manager",
            "réunion hebdo avec le community manager",
        ],
    ),
];

/// Questions in Spanish, by the task that answers them.
const SPANISH: &[(&str, &[&str])] = &[
    (
        "comment-replies",
        &[
            "animer la communauté",
            "quien contesta los mensajes",
            "quien responde a las reseñas",
            "moderar comentarios ofensivos",
            "¿Quién responde los comentarios de Instagram?",
            "contestar comentarios",
            "quién atiende a los clientes enfadados en redes",
            "atencion al cliente",
            "quien modera",
            "moderador",
            "Quién responde a los mensajes directos",
            "responder opiniones de google",
            "quien borra los comentarios ofensivos",
            "gestionar la comunidad",
            "dinamización",
            "clientes enfadados",
            "¿A quién le toca contestar?",
            "los comentarios negativos quién los contesta",
            "preguntas de clientes",
            "quien se ocupa de la moderacion",
        ],
    ),
    (
        "publication-calendar",
        &[
            "quién lleva el calendario editorial",
            "programar posts",
            "quién publica en instagram",
            "calendario de publicaciones",
            "planificar los posts del mes",
            "calendario de contenido",
            "quién escribe los posts",
            "programación de contenidos",
            "qué publicamos y cuándo",
            "subir videos",
            "calendaro editorial",
            "creación de contenido",
        ],
    ),
    (
        "brand-monitoring",
        &[
            "escucha social",
            "quién vigila lo que dicen de nosotros",
            "menciones de la marca",
            "reputación online",
            "vigilar la marca",
            "reputacion",
            "monitorizar la marca",
            "vigilancia de marca",
            "qué opinan de nosotros",
        ],
    ),
    (
        "activity-report",
        &["informe semanal", "estadisticas", "pasar las estadísticas", "informes semanales"],
    ),
    (
        "guidelines",
        &[
            "pautas",
            "seguir las directrices",
            "seguir las instrucciones",
            "guia de estilo",
            "tono de voz",
            "instrucciones",
        ],
    ),
    (
        "social-media-plan",
        &[
            "plan de medios sociales",
            "hoja de ruta",
            "plan social media",
            "quién hace el plan",
            "quién decide qué se publica",
            "hoja de ruta anual",
        ],
    ),
    (
        "strategy",
        &[
            "quién define la estrategía digital",
            "estrategia de contenidos",
            "estrategias",
            "définition de la stratégie",
            "definir estrategia",
            "público objetivo",
            "visión a largo plazo",
            "posicionamiento de marca",
        ],
    ),
    (
        "goals",
        &[
            "fijar metas",
            "quién pone los objetivos",
            "objetivos anuales",
            "objetivos realistas",
            "quien define los objetivos y metas",
            "metas del año",
        ],
    ),
    (
        "competitor-analysis",
        &[
            "regarder ce que fait la concurrence",
            "análisis de la competencia",
            "espiar a los competidores",
            "competidores",
            "qué hace la competencia",
            "estudio de la competencia",
            "analizar competidores",
            "investigar a la competencia",
            "benchmarking",
            "la competencia qué hace",
        ],
    ),
    (
        "metrics-analysis",
        &[
            "quién mira las métricas",
            "cuadro de mando",
            "quién hace los informes",
            "metricas",
            "medir resultados",
            "mesure de la performance",
            "reporte de resultados",
            "indicadores",
            "analizar metricas",
            "indicadores de rendimiento",
            "retorno de inversión",
            "analizar los datos",
        ],
    ),
    (
        "test-and-adjust",
        &[
            "hacer pruebas a/b",
            "probar cosas nuevas",
            "probar y ajustar",
            "qué funciona mejor",
            "optimizar campañas",
            "experimentar con formatos",
        ],
    ),
    (
        "crisis-plan",
        &[
            "crisis de reputación",
            "gestionar una crisis",
            "plan de crisis",
            "quién actúa en una crisis",
            "protocolo de crisis",
            "qué hacer en caso de crisis",
            "escándalo en redes",
            "gestión de crisis",
            "emergencia en redes",
        ],
    ),
    (
        "community-manager-contact",
        &[
            "reunión con el community",
            "coordinación con el community manager",
            "hablar con el community",
            "coordinar con el community manager",
            "reunirse con el community manager",
        ],
    ),
];

/// Questions that people asked and that found nothing, or the wrong task, by the task that answers them.
const AS_ASKED: &[(&str, &[&str])] = &[
    ("test-and-adjust", &["what works best"]),
    (
        "comment-replies",
        &[
            "who handles negative feedback",
            "who comment",
            "who handles comment",
            "nasty comment",
            "bad reviews",
            "negative reviews",
            "mauvais avis",
            "avis négatifs",
            "malas reseñas",
            "bad google reviews",
            "nasty comments",
            "spam comments",
            "delete spam",
            "tengo una panaderia, ¿quién se encarga de las reseñas?",
            "a one star review, who writes back?",
            "delete spam and trolls under our posts",
            "spam",
            "haters",
            "réclamations",
            "messenger",
            "com\u{200b}ments",
        ],
    ),
    (
        "guidelines",
        &[
            "qué normas sigo",
            "soy el becario, ¿qué normas sigo?",
            "as an intern whose instructions do I follow",
        ],
    ),
    (
        "goals",
        &[
            "metas de seguidores",
            "qui fixe les objectifs d'abonnés pour 2027",
            "quiero más seguidores",
            "how many followers do we want to have by december",
            "followers",
        ],
    ),
    ("competitor-analysis", &["competitor prices"]),
    (
        "publication-calendar",
        &[
            "content for christmas",
            "what do we post next week",
            "who decides what we post next week",
            "redactar publicaciones",
            "quién publica en Instagram",
            "cuándo publicamos",
            "cuándo publicamos y quién lo decide",
            "qui choisit quand on publie sur TikTok",
            "best time to post",
            "meilleure heure pour poster",
            "hashtags",
        ],
    ),
    (
        "brand-monitoring",
        &[
            "qui surveille ce qu'on raconte sur nous sur Twitter",
            "qué se dice de nuestra marca",
            "qué se dice de nosotros",
            "ce qui se dit sur nous",
            "que dit-on de nous",
            "ce qu'on dit sur nous",
        ],
    ),
    (
        "crisis-plan",
        &[
            "nos están poniendo a parir en redes, ¿quién tiene el protocolo?",
            "account hacked",
            "cuenta hackeada",
            "nous avons été piratés",
            "on se fait lyncher sur les réseaux, c'est quoi le plan",
            "we went viral for the wrong reason",
        ],
    ),
    (
        "metrics-analysis",
        &[
            "quién mide los resultados",
            "conversion metrics",
            "engagement rate",
            "taux d'engagement",
            "portée des posts",
            "reach and impressions",
        ],
    ),
    ("community-manager-contact", &["qui parle au cm"]),
    ("strategy", &["which networks should we be on", "buyer persona"]),
    ("publication-calendar", &["promo de noël", "campaña de navidad"]),
    ("test-and-adjust", &["a/b"]),
];

/// Questions that are about none of the tasks.
const ABOUT_NOTHING: &[&str] = &[
    "best pizza in town",
    "meilleur restaurant",
    "el mejor bar",
    "who orders lunch",
    "who pays the invoices",
    "who repairs the printer",
    "pizza",
    "coffee machine",
    "who fixes the coffee machine",
    "qui répare l'imprimante",
    "qui commande les fournitures",
    "qui paie les salaires",
    "imprimante en panne",
    "quién paga las facturas",
    "arreglar el aire acondicionado",
    "vacaciones",
    "legal contract review",
    "who hires new people",
    "social media",
    "networks",
    "company",
    "empresa",
    "réseaux",
    "asdfghjkl",
    "who answers the phone",
    "who does the pricing strategy",
    "who reviews the contract",
    "who cleans the office",
    "quién limpia la oficina",
    "qui fait le ménage",
    "who is the ceo",
    "tax report",
    "annual leave calendar",
    "who plans the christmas party",
    "test the fire alarm",
    "who designs the logo",
    "who develops the website",
    "who manages the warehouse",
    "office supplies",
    "who drives the van",
    "expense report",
    "payroll",
    "business plan",
    "marketing",
    "people",
    "manager",
    "the team",
    "who talks to investors",
    "stock market analysis",
    "weather forecast",
    "who trains the dog",
    "sales strategy",
    "book a meeting room",
    "birthday calendar",
    "fire drill plan",
    "who edits the company car policy",
    "qui conduit le camion",
    "comptabilité",
    "qui prépare le café",
    "recettes de cuisine",
    "plan de table",
    "réunion de chantier",
    "qui arrose les plantes",
    "bail commercial",
    "quién cocina",
    "nóminas",
    "plan de pensiones",
    "reunión de vecinos",
    "quién riega las plantas",
    "calendario laboral",
    "impuestos",
    "quién contesta el teléfono",
    "what is the meaning of life",
    "who are you",
    "hello",
    "who sells the product",
    "customer invoices",
    "who opens the door",
    "server maintenance",
    "translate the website",
    "who takes the photos at the wedding",
    "company picnic",
    "desk plants",
    "qui gère le stock",
    "qui signe les contrats",
    "service informatique",
    "congés payés",
    "quién vende el producto",
    "mantenimiento del servidor",
    "contratos",
    "la lluvia",
    "blockchain",
    "quantum physics",
    "who feeds the cat",
    "office party",
    "where is the bathroom",
    "pay rise",
    "who negotiates with suppliers",
    "parking spaces",
    "laptop is broken",
    "health insurance",
    "security badge",
    "garden",
    "quel temps fait-il",
    "note de frais",
    "mot de passe oublié",
    "machine à café en panne",
    "cantine",
    "vacaciones de verano",
    "contraseña",
    "aparcamiento",
    "quién arregla el ordenador",
    "seguro médico",
    "media markt",
    "nombre",
    "number",
    "hate my job",
    "answer the door",
    "répondre au téléphone",
    "qui répond au facteur",
    "covid test",
    "test de grossesse",
    "test the software",
    "housing crisis",
    "nuclear crisis",
    "crise cardiaque",
    "fire emergency plan",
    "reporter",
    "reply all email",
    "marketing plan",
    "answer",
    "customers",
    "clients",
    "plan",
    "who runs our instagram",
    "quién lleva el instagram",
    "qui gère notre page facebook",
    "who looks after our facebook page",
];

/// Questions about one thing with several tasks, and those tasks, the best first.
const ABOUT_AN_AREA: &[(&str, &[&str])] = &[
    (
        "analytics",
        &["metrics-analysis", "competitor-analysis", "test-and-adjust", "activity-report"],
    ),
    ("crisis", &["crisis-plan"]),
    ("Veille", &["brand-monitoring", "competitor-analysis"]),
    ("comunidad", &["comment-replies"]),
    ("coordination", &["community-manager-contact", "guidelines"]),
];

fn shipped() -> Registry {
    resolve::read(&source::embedded()).unwrap()
}

/// The ids of the tasks that match, the best first.
fn matches<'r>(answer: &Answer, registry: &'r Registry) -> Vec<&'r str> {
    let tasks = answer.matches.iter().map(|found| found.task);
    tasks.map(|task| registry.task(task).id.as_str()).collect()
}

/// Each question is answered by its task first of all.
fn check(questions: &[(&str, &[&str])]) {
    let registry = shipped();
    let mut wrong = Vec::new();
    for (task, questions) in questions {
        for question in *questions {
            let answer = query::who(&registry, question);
            let found = matches(&answer, &registry);
            if found.first() != Some(task) {
                wrong.push(format!("{question}: {found:?}, not {task}"));
            }
            assert!(answer.nearest.is_empty(), "{question}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn questions_in_english_find_their_tasks() {
    check(ENGLISH);
}

#[test]
fn questions_in_french_find_their_tasks() {
    check(FRENCH);
}

#[test]
fn questions_in_spanish_find_their_tasks() {
    check(SPANISH);
}

#[test]
fn questions_as_people_asked_them_find_their_tasks() {
    check(AS_ASKED);
}

#[test]
fn questions_about_other_things_find_nothing() {
    let registry = shipped();
    for question in ABOUT_NOTHING {
        let answer = query::who(&registry, question);
        let found = matches(&answer, &registry);
        assert!(found.is_empty(), "{question}: {found:?}");
    }
}

#[test]
fn questions_about_an_area_find_its_tasks() {
    let registry = shipped();
    for (question, tasks) in ABOUT_AN_AREA {
        let answer = query::who(&registry, question);
        assert_eq!(matches(&answer, &registry), *tasks, "{question}");
    }
}

#[test]
fn every_task_is_found_by_its_name_and_by_its_other_words_in_every_language() {
    let registry = shipped();
    for task in registry.tasks() {
        let details = registry.task(task);
        for text in std::iter::once(&details.name).chain(&details.also_called) {
            for words in text.all() {
                let answer = query::who(&registry, words);
                let exact = answer.matches.iter().filter(|found| found.score >= 0.95);
                let found: Vec<_> = exact.map(|found| found.task).collect();
                assert!(found.contains(&task), "{words}: {answer:?}");
            }
        }
    }
}

#[test]
fn other_words_mean_the_same_in_both_their_forms() {
    let registry = |words: &str| {
        let text = format!("name: A\ntasks: [{{id: x, name: X, also_called: {words}}}]\n");
        let file = source::SourceFile::from_bytes("a.yaml".into(), "a".into(), text.into());
        resolve::read(&source::Sources::of(vec![file])).unwrap()
    };
    let [lists, texts] = [
        "{en: [media spend, ROAS], fr: [budget média, ROAS], es: [ROAS]}",
        "[{en: media spend, fr: budget média}, ROAS]",
    ]
    .map(registry);
    for language in ["en", "fr"] {
        let words = |registry: &Registry| {
            let reader = Reader::new(registry, Language::parse(language).as_ref());
            let task = registry.tasks().next().unwrap();
            let words = reader.words_of(&registry.task(task).also_called);
            words.join(", ")
        };
        assert_eq!(words(&lists), words(&texts));
    }
    for question in ["media spend", "Budget media", "roas", "the media", "nothing"] {
        let scores = |registry| {
            let found = query::who(registry, question).matches;
            found.iter().map(|found| found.score).collect::<Vec<_>>()
        };
        assert_eq!(scores(&lists), scores(&texts), "{question}");
    }
}

#[test]
fn case_accents_and_punctuation_do_not_count() {
    let registry = shipped();
    for [one, other] in [
        ["stratégie digitale", "¿STRATEGIE, Digitale?!"],
        ["análisis de la competencia", "ANALISIS  de la\tcompetencia"],
        ["content calendar", "Content-Calendar…"],
    ] {
        let scores = |question| {
            let answer = query::who(&registry, question);
            let found = answer.matches.into_iter();
            found.map(|found| (found.task, found.score)).collect::<Vec<_>>()
        };
        let found = scores(one);
        assert!(!found.is_empty() && found == scores(other), "{one}");
    }
}

#[test]
fn a_role_is_no_task_but_it_is_recognised() {
    let registry = shipped();
    for (question, role) in [
        ("community manager", "community-manager"),
        ("communtiy manger", "community-manager"),
        ("what does a community manager do", "community-manager"),
        ("What does the social media manager do?", "social-media-manager"),
        ("gestionnaire de communauté", "community-manager"),
        ("head of social media", "social-media-manager"),
    ] {
        let answer = query::who(&registry, question);
        assert_eq!(matches(&answer, &registry), [""; 0], "{question}");
        assert_eq!(answer.role, registry.role_by_id(role), "{question}");
    }
    assert_eq!(query::who(&registry, "community management").role, None);
}

#[test]
fn what_matches_nothing_shows_what_is_near() {
    let registry = shipped();
    let near = |question: &str| {
        let answer = query::who(&registry, question);
        let tasks = answer.nearest.iter().map(|found| found.task);
        let tasks = tasks.map(|task| registry.task(task).id.as_str());
        tasks.collect::<Vec<_>>()
    };
    assert_eq!(near("who answers the phone")[0], "comment-replies");
    assert_eq!(near("birthday calendar"), ["publication-calendar"]);
    assert_eq!(near("coffee machine"), [""; 0]);
}

#[test]
fn an_answer_says_who_does_it_and_who_answers_for_it_in_each_size() {
    let registry = shipped();
    let answer = query::who(&registry, "comments");
    let found = &answer.matches[0];
    let name = |role| registry.role(role).id.as_str();
    assert_eq!(name(found.task.role), "community-manager");
    assert_eq!(name(found.accountable), "social-media-manager");
    let sizes = found.sizes.iter().map(|size| {
        let ids = |all: &[Position]| all.iter().map(|position| position.id.to_owned()).collect();
        let id = registry.size(size.size).id.as_str();
        (id, ids(&size.doers), ids(&size.accountable), size.one_person)
    });
    let one = || vec!["one-person".to_owned()];
    let expected = [
        ("solo", one(), one(), true),
        ("sme", one(), one(), true),
        (
            "large",
            vec!["community-manager".to_owned()],
            vec!["social-media-manager".to_owned()],
            false,
        ),
    ];
    assert_eq!(sizes.collect::<Vec<_>>(), expected);
}

#[test]
fn the_answer_is_in_the_language_of_the_report() {
    let registry = shipped();
    for (question, lang, name) in [
        ("who answers comments", "fr", "Répondre aux commentaires sur les réseaux"),
        ("qui répond aux avis", "es", "Contestar a los comentarios en las redes"),
        ("calendario editorial", "en", "Draw up the publication calendar"),
        ("bad buzz", "es", "Preparar el plan de crisis"),
        ("quién vigila la marca", "fr", "Surveiller ce qui se dit sur la marque"),
    ] {
        let reader = Reader::new(&registry, Language::parse(lang).as_ref());
        let mut out = Vec::new();
        json::answer(&query::who(&registry, question), None, &reader, &mut out).unwrap();
        let report: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(report["matches"][0]["name"], name, "{question}");
    }
}

#[test]
fn each_question_stands_once() {
    let mut seen = BTreeSet::new();
    let groups = [ENGLISH, FRENCH, SPANISH, AS_ASKED].concat();
    let questions = groups.iter().flat_map(|(_, questions)| *questions);
    for question in questions.chain(ABOUT_NOTHING) {
        assert!(seen.insert(question), "{question}");
    }
    assert!(seen.len() > 300);
}
