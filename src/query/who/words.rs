//! Words that say little: those of every question, those of every task, and the names of places where a task is done.

use super::stems::{Forms, Stems};
use crate::model::Language;
use std::collections::HashSet;
use std::sync::OnceLock;

/// What a word contributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It says what the question is about.
    Content,
    /// It says where: it counts if the registry has it, and is nothing that is missing if not.
    Place,
    /// Many tasks do it: it counts a little, and never finds a task by itself.
    Light,
    /// All tasks are about it: it counts a little, and never finds a task, not even with others of the kind.
    Topic,
    /// It stands in any question.
    Empty,
}

/// A shorter stem is that of other words too, at least in some language. In bytes.
const SHORTEST_STEM: usize = 4;

/// What a word of the question contributes, in any of the languages that there are lists for.
pub fn kind(word: &str) -> Kind {
    let in_each = lists().languages.iter();
    let kinds: Vec<Kind> =
        in_each.map(|language| kind_in(Some(language), &language.stems.forms(word))).collect();
    let is_any = |kind: &Kind| kinds.contains(kind);
    let first = [Kind::Empty, Kind::Place, Kind::Topic, Kind::Light];
    first.into_iter().find(is_any).unwrap_or(Kind::Content)
}

/// Whether a word of any question in one language is one with a content in another, and the other words of this
/// question are not of the first: *comment*.
pub fn means_something(folded: &str, words: &[String]) -> bool {
    let Some(&(_, home)) = HOMOGRAPHS.iter().find(|(word, _)| *word == folded) else {
        return false;
    };
    let others = || words.iter().filter(|word| *word != folded);
    let of = |list: &&str| {
        let is_of = |word: &&String| list.split_whitespace().any(|listed| listed == *word);
        others().filter(is_of).count()
    };
    let most = EMPTY.iter().map(of).max().unwrap_or_default();
    let at_home = of(&EMPTY[home]);
    at_home == 0 || at_home < most
}

/// What a word of the registry contributes, in its own language.
pub fn kind_in(language: Option<&Listed>, forms: &Forms) -> Kind {
    let folded = forms.folded.as_str();
    let is_among = |listed: &HashSet<String>| {
        let mut stems = forms.stems.iter();
        listed.contains(folded)
            || stems.any(|stem| stem.len() >= SHORTEST_STEM && listed.contains(stem))
    };
    let is_year = || folded.len() == 4 && folded.bytes().all(|letter| letter.is_ascii_digit());
    // A letter is what is left of an elision.
    if lists().empty.contains(folded) || (folded.len() == 1 && folded.is_ascii()) || is_year() {
        Kind::Empty
    } else if lists().places.contains(folded) {
        Kind::Place
    } else if language.is_some_and(|language| is_among(&language.topics)) {
        Kind::Topic
    } else if language.is_some_and(|language| is_among(&language.light)) {
        Kind::Light
    } else {
        Kind::Content
    }
}

/// The lists of a language, if there are any.
pub fn listed(language: &Language) -> Option<&'static Listed> {
    let mut languages = lists().languages.iter();
    languages.find(|listed| listed.tag == language.primary())
}

/// The words of a language that say little, by their stems.
pub struct Listed {
    tag: &'static str,
    stems: Stems,
    topics: HashSet<String>,
    light: HashSet<String>,
}

struct Lists {
    empty: HashSet<&'static str>,
    places: HashSet<&'static str>,
    languages: Vec<Listed>,
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists {
        empty: EMPTY.iter().flat_map(|words| words.split_whitespace()).collect(),
        places: PLACES.split_whitespace().collect(),
        languages: TOPICS.into_iter().zip(LIGHT).filter_map(by_stem).collect(),
    })
}

fn by_stem(((tag, topics), (_, light)): ((&'static str, &str), (&str, &str))) -> Option<Listed> {
    let stems = Stems::of(&Language::parse(tag)?);
    let forms = |words: &str| {
        let forms = words.split_whitespace().map(|word| stems.forms(word));
        let long = |stem: &String| stem.len() >= SHORTEST_STEM;
        forms
            .flat_map(|Forms { folded, stems }| stems.into_iter().filter(long).chain([folded]))
            .collect()
    };
    Some(Listed { tag, stems, topics: forms(topics), light: forms(light) })
}

/// The words of any question, folded: in English, French, Spanish, German, Italian, Portuguese and Dutch.
const EMPTY: [&str; 7] = [
    "a about after again all also always am an and any anybody anyone anything are around as ask at away back be because \
     been before being between both but by can cannot charge could did didn do does doesn doing don done down during each \
     else ever every everybody everyone everything for from get gets getting go goes going gonna got had handle handled \
     handles handling has hasn have haven having he her here hers hey hi him his how i if in into is isn it its job just \
     kind know left let like ll look looks love many may maybe me might mine more most much must my need needed needs never new \
     next no nobody not now of off ok on once one only onto or other others ought our ours out over own owner owns person \
     please put re really responsibility responsible right same shall she should shouldn since so some somebody someone \
     something sort still stuff supposed sure take takes taking tell than thank thanks that the their theirs them then \
     there these they thing things this those through to today tomorrow too two under until up upon us use usually ve very \
     want wanted wants was wasn way we well were what whatever when where whether which while who whom whos whose why will \
     wish with within without won would you your yours am anyways guy guys he's thats theres whats im ive",
    "a ai aimerais ainsi alors apres as assure assurer au aucun aucune aujourd auquel aussi autre autres aux avant avec \
     avez avoir avons ayant beaucoup besoin bien bon bonjour c ca car ce ceci cela celle celles celui cependant ces cet \
     cette ceux chaque charge chargee chez ci combien comme comment d dans de debout dedans dehors depuis derriere des \
     dois doit doivent donc dont du elle elles en encore entre es est et etait etant etc ete etes etre eu eux \
     fais faisait faire fait faites faut font hui ici il ils j je jusque l la le les lequel laquelle leur leurs lors \
     lorsque lui m ma mais me meme memes merci mes mettre mieux moi moins mon n ne ni nos notre nous nouveau nouvelle on ont \
     ou oui par parce parmi pas pendant peu peut peuvent personne plus plutot pour pourquoi pourrait puis puisque qu quand \
     quant que quel quelle quelles quelqu quelque quelques quels qui quoi responsable revient s sa sans se sera serait \
     ses si sien soi soit sommes son sont sous sujet sur svp t ta tandis tant te tel telle tes toi ton toujours tous tout \
     toute toutes tres trop tu un une va vais vas vers veut veux voila vont vos votre vous vraiment y occupe occupent \
     occuper incombe chose choses gens faudrait devrait doive truc trucs c'est cest quelquun",
    "a al algo alguien algun alguna algunas alguno algunos alli ambos ante antes aquel aquella aqui asi aun aunque bajo \
     bien cada cargo casi como con contra cosa cosas cual cuales cualquier cuando cuanto cuantos da dar de debe deben \
     deberia del dentro desde despues donde dos e el ella ellas ellos en encarga encargada encargado encargan \
     encargar encargarse entonces entre era eres es esa esas ese eso esos esta estaba estan estar estas este esto estos \
     estoy fue fuera gente gracias ha hace hacemos hacen hacer hacerlo haga hago han has hasta hay he hola ir la las le \
     les lleva llevan llevar lo los mas me mejor mi mis misma mismo mucho muy nada nadie necesita necesito ni ningun no nos \
     nosotros nuestra nuestras nuestro nuestros nueva nuevo o ocupa ocupan ocupar os otra otras otro otros para parte pero \
     persona poco por porque puede pueden pues que quien quienes quiere quiero responsabilidad responsable responsables se \
     sea segun ser si sido siempre sin sino sobre solo somos son soy su sus suya suyo tal tambien tampoco tan tanto te \
     tener tenemos tengo ti tiene tienen toca toda todas todo todos tu tus u un una unas uno unos va vamos van vez y ya yo \
     corresponde corresponder hola favor haya",
    "aber als am an auch auf aus bei beim bin bist das dass dem den der des die doch du durch ein eine einem einen einer er \
     es fur haben hat hier ich ihr im in ins ist kann kein konnen kummert macht mich mir mit muss nach nicht noch nur oder \
     sein sich sie sind soll sollte uber um und uns unser unsere unseren unserer unter verantwortlich vom von vor war was \
     wem wen wenn wer werden wie wir wird wo zu zum zur zustandig",
    "agli ai al alla alle anche che chi ci come con cosa cui da dal dalla dei del della delle deve di dove e essere fa fare \
     gli ha i il in io la le lo loro ma mi mio ne nei nel nella noi non nostra nostri nostro o occupa ogni per perche piu \
     puo quale quali quando quello questa questi questo qui responsabile si sono su sua sui sul sulla suo tra tutti tutto un \
     una uno vi",
    "ao aos as com como cuida da das de deve dele do dos e ela ele em encarrega essa esse esta este eu faz fazem fazer foi \
     isso isto mais mas me meu minha na nao nas nem no nos nossa nossas nosso nossos num numa o os ou para pela pelo por \
     porque qual quando quem que responsavel se sem ser seu sua tem temos ter todos trata um uma voce",
    "aan al als bij dat de der deze die dit doe doen doet door een en er gaat geen haar heb hebben heeft hem het hier hij \
     hoe hun ik in is je kan maar me met mijn moet na naar niet nog nu of om omdat onder ons onze ook op over te tot uit \
     van veel verantwoordelijk voor waar was wat we wel welke wie wij wil wordt zal zich zij zijn zo zou",
];

/// Words of any question in the language of that number that mean something in another one.
const HOMOGRAPHS: [(&str, usize); 4] = [("comment", 1), ("but", 0), ("war", 3), ("door", 6)];

/// Where tasks are done, and for whom. Questions name places that no registry has.
const PLACES: &str = "\
     bluesky direccion directeur direction director directora discord facebook fb forum forums google hootsuite ig \
     insta instagram linkedin mastodon messenger meta pinterest reddit reel reels snapchat telegram threads tiktok \
     tripadvisor trustpilot tweet tweets twitch twitter whatsapp yelp youtube";

/// What every task of such a team is about, by language; their forms count with them, those of short words if they stand here.
const TOPICS: [(&str, &str); 3] = [
    (
        "en",
        "monday tuesday wednesday thursday friday saturday sunday april august december february january july june march may november october september account agency app apps boss brand channel cm company corporate daily day days department digital \
         employee enterprise expert firm group hour internet large leader manage management manager marketing \
         media medium member month monthly name network office online organisation organise organization organize \
         page people person platform profile site small smm social specialist staff team time user web week \
         weekly year yearly",
    ),
    (
        "fr",
        "lundi mardi mercredi jeudi vendredi samedi dimanche août avril décembre février janvier juillet juin mai mars novembre octobre septembre agence an annuel année ans bureau canal collaborateur compte digital département employé entreprise \
         gestion gestionnaire groupe gère gèrent gérer hebdomadaire heure internet jour manager marketing marque \
         mensuel mois média métier numérique page pages patron petit plateforme profil réseau rôle rôles semaine \
         service site sites social société temps tâche utilisateur équipe",
    ),
    (
        "es",
        "lunes martes miércoles jueves viernes sábado domingo abril agosto diciembre enero febrero julio junio marzo mayo noviembre octubre septiembre agencia anual año años canal compañía cuenta departamento diario digital día días empleado empresa \
         equipo gestionar gestión gestor gestora grupo hora horas internet jefa jefe jefes manager marca \
         marketing media medios mensual mes meses negocio oficina pequeña perfil plataforma página red redes \
         responsable rol roles semana semanal servicio sitio sitios social tarea tiempo usuario",
    ),
];

/// What may be done in any task, by language; their forms count with them, those of short words if they stand here.
const LIGHT: [(&str, &str); 3] = [
    (
        "en",
        "add adding adds align awful bad area ask asking asks assign build carry check choose come compare control create \
         creation deal decide define definition deliver design develop do draft draw establish fix fixed fixes \
         fixing follow forward give head help folk folks idea ideas include keep lead learn leave look main maintain make need \
         good horrible mad mean nasty negative nice pick rude say saying says said stupid terrible ugly unfair unhappy upset \
         oversee overview perfect perform preparation prepare process produce project provide put puts putting \
         role run running runs see seeing sees send set sets setting speak split start stay supervise together support task tool \
         tries try trying update upload uses using want work write",
    ),
    (
        "fr",
        "agir agit assurer besoin bons bonne bonnes choisir dire dit disent mauvais mauvaise méchant négatif négatifs \
         négative négatives raconte racontent raconter mécontents agressif comparer construire contrôler création crée créent créer créé diriger décider \
         définir définition développer effectuer encadrer envoyer fixer garder idée idées lancer mener mettre \
         mise organiser outil piloter prend prendre produire projet préparation préparer regarder responsabilité \
         rester réaliser rédiger suit suivent suivre superviser tenir tiennent tient traiter travail travailler \
         trouver utiliser voir voit écrire écrit élaborer établir",
    ),
    (
        "es",
        "ayuda ayudar buenas buenos buena dice dicen decir dicho malas malos mala malo negativa negativas negativo \
         negativos sigo pone ponen poniendo actúa actuar sigue siguen buscar comparar controlar crea creación crean crear cuidar decidir definición definir \
         desarrollar dirigir diseñar ejecutar elaboración elaborar elegir enviar escribir establecer fija fijan \
         fijar idea ideas mandar mantener mira miran mirar organizar poner preparación preparar producir proyecto \
         realizar redactar seguir supervisar tomar trabajar trabajo tratar usa usan usar ven ver",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::fold;

    #[test]
    fn words_that_say_little_are_known_in_their_forms() {
        for word in ["Who", "quién", "s", "zuständig"] {
            assert_eq!(kind(word), Kind::Empty, "{word}");
        }
        for word in ["managing", "gère", "Réseaux", "redes"] {
            assert_eq!(kind(word), Kind::Topic, "{word}");
        }
        for word in ["choosing", "définit", "prepara"] {
            assert_eq!(kind(word), Kind::Light, "{word}");
        }
        for word in ["coffee", "crise", "calendario", "moderates"] {
            assert_eq!(kind(word), Kind::Content, "{word}");
        }
        assert_eq!(kind("TikTok"), Kind::Place);
    }

    #[test]
    fn the_lists_are_folded() {
        for words in EMPTY.iter().chain([&PLACES]) {
            for word in words.split_whitespace() {
                assert_eq!(fold(word), word);
            }
        }
    }
}
