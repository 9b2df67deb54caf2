//! Words that mean something else without the right company, and words that are about something else altogether.

use super::stems::{Forms, Stems};
use crate::model::Language;
use std::collections::HashSet;
use std::sync::OnceLock;

/// A shorter stem is that of other words too. In bytes.
const SHORTEST_STEM: usize = 4;

/// How far a word may find a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Company {
    /// With any other word beside it.
    Any,
    /// Not as the only word, and not beside one that the registry does not have: other people answer too, and plan.
    Known,
    /// Only beside another word that finds the task.
    Telling,
    /// It is about something else: no other word finds a task by itself then.
    Elsewhere,
}

/// How far a folded word may find a task.
pub fn company(folded: &str) -> Company {
    let lists = lists();
    if lists.elsewhere.has(folded) {
        Company::Elsewhere
    } else if lists.telling.has(folded) {
        Company::Telling
    } else if lists.known.has(folded) {
        Company::Known
    } else {
        Company::Any
    }
}

/// Whether a word stands in the lists just as it is, not as a form of another one.
pub fn is_bare(folded: &str) -> bool {
    KNOWN.iter().any(|(_, words)| words.split_whitespace().any(|word| word == folded))
}

/// Words by language, with their stems.
struct Words {
    languages: Vec<(Stems, HashSet<String>)>,
}

impl Words {
    fn new(words: [(&str, &str); 3]) -> Self {
        let language = |(tag, words): (&str, &str)| {
            let stems = Stems::of(&Language::parse(tag)?);
            let forms = words.split_whitespace().flat_map(|word| all(stems, word));
            Some((stems, forms.collect()))
        };
        Self { languages: words.into_iter().filter_map(language).collect() }
    }

    fn has(&self, folded: &str) -> bool {
        let mut languages = self.languages.iter();
        languages.any(|(stems, words)| all(*stems, folded).iter().any(|form| words.contains(form)))
    }
}

/// A word and those of its stems that are no other word's.
fn all(stems: Stems, word: &str) -> Vec<String> {
    let Forms { folded, mut stems } = stems.forms(word);
    stems.retain(|stem| stem.len() >= SHORTEST_STEM);
    stems.push(folded);
    stems
}

struct Lists {
    known: Words,
    telling: Words,
    elsewhere: Words,
}

fn lists() -> &'static Lists {
    static LISTS: OnceLock<Lists> = OnceLock::new();
    LISTS.get_or_init(|| Lists {
        known: Words::new(KNOWN),
        telling: Words::new(TELLING),
        elsewhere: Words::new(ELSEWHERE),
    })
}

/// What people do and talk about everywhere, folded.
const KNOWN: [(&str, &str); 3] = [
    (
        "en",
        "action activity adjust analysis annual answer approve audience best calendar campaign change client comparison \
         contact content coordinate crisis customer data emergency experiment figure guide group idea image improve \
         interaction lead meeting name negative network number opinion pass optimise performance photo picture plan planning \
         post practice press private problem protocol question customers clients rating reply report reporter research respond response result \
         rule run schedule service speak strategy style support talk team test text tone track try upload video voice \
         watch write christmas launch promotion sale offer hour season event",
    ),
    (
        "fr",
        "meilleur action activite analyse annonce calendrier campagne changer client contact contenu contenus coordonner crise \
         donnee donnees echanger emergence essayer etude evenement experience idee image lancement message nom nombre note notes \
         noel offre opinion parler performance photo plan planning planifier clients portee presse probleme programme programmer \
         promo protocole question rapport rendement repond repondre reponse resultat reunion reussite service strategie \
         style suivi test tester texte ton urgence video",
    ),
    (
        "es",
        "mejor accion actividad analisis analizar atencion calendario cambiar campana cliente clientes contacto contenido contestar \
         crisis datos emergencia estrategia estudio evento foto guia hablar idea imagen informe investigacion \
         lanzamiento mensaje navidad nombre numero oferta opinion pasar planificar plan pregunta prensa privado problema programar \
         promocion protocolo prueba probar responder respuesta resultado reunion servicio texto tono urgencia video \
         videos",
    ),
];

/// What has many meanings, of which the registry's is not the first.
const TELLING: [(&str, &str); 3] =
    [("en", "hate market"), ("fr", "haine marche"), ("es", "mercado odio")];

/// What other people in a company are there for, and what is about no company.
const ELSEWHERE: [(&str, &str); 3] = [
    (
        "en",
        "alarm bank birthday bus car chair cleaning coffee contract covid cv dentist desk doctor door electricity email \
         expense factory fire furniture holiday hospital house housing insurance invoice laptop lawyer leave legal \
         lunch machine mail marketing meal medical nuclear office parking party password payroll pension phone police \
         printer purchase recipe rent repair salary school server software stock supplier tax tenant \
         train truck van warehouse weather website wedding investor product",
    ),
    (
        "fr",
        "achat alarme anniversaire assurance avocat bail banque bureau cafe camion cantine cardiaque chantier \
         comptabilite conge contrat courrier cuisine dentiste ecole electricite facteur facture fournisseur fourniture \
         grossesse hopital immeuble imprimante impot incendie informatique juridique logiciel logistique loyer machine \
         maison medecin medical menage nucleaire ordinateur paie parking porte recette repas salaire serveur \
         siege stock telephone train vacances voiture investisseur",
    ),
    (
        "es",
        "abogado alarma alquiler almacen aparcamiento banco boda cafe camion cartero casa coche cocina colegio compra \
         contabilidad contrasena contrato correo cumpleanos dentista embarazo escuela factura hospital impresora \
         impuesto incendio juridico laboral limpieza logistica maquina medico nomina nuclear ordenador pension \
         proveedor puerta receta salario seguro servidor telefono tren vacaciones vecino inversor producto",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::fold;

    #[test]
    fn everyday_words_need_company_in_all_their_forms() {
        assert_eq!(company("answers"), Company::Known);
        assert_eq!(company("mercado"), Company::Telling);
        assert_eq!(company("invoices"), Company::Elsewhere);
        assert_eq!(company("comments"), Company::Any);
        assert!(is_bare("answer") && !is_bare("answers"));
    }

    #[test]
    fn the_lists_are_folded() {
        for (_, words) in KNOWN.iter().chain(&TELLING).chain(&ELSEWHERE) {
            for word in words.split_whitespace() {
                assert_eq!(fold(word), word);
            }
        }
    }
}
