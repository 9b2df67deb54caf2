//! How the sections of adverts are headed, in English, French and Spanish.
//!
//! These are the words of adverts, whatever job they are for; of what a registry is about there are none among them.

use crate::normalize::words;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a section of an advert is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What is to be done.
    Duties,
    /// Who is looked for.
    Requirements,
    /// What is given for it.
    Benefits,
    /// Who looks for somebody.
    Company,
    /// How to apply.
    Application,
}

use Section::{Application, Benefits, Company, Duties, Requirements};

/// Behind so many words of a heading none is looked for.
const MOST_WORDS: usize = 20;

/// What is in headings of each section; folded, and as if apostrophes were spaces.
const NAMES: [(Section, [&str; 3]); 5] = [
    (
        Duties,
        [
            "duties, responsibilities, accountabilities, tasks, activities, deliverables, job description, day to day, \
             typical day, you will do, you ll do, you will be doing, you ll be doing, you do, you would do, you will, \
             you ll, will involve, involves, your impact",
            "missions, taches, activites, attributions, responsabilites, fonctions, vous ferez, tu feras, \
             allez faire, vas faire, quotidien, a ce titre, vous serez charge, tu seras charge, en charge de, vous devrez",
            "funciones, tareas, responsabilidades, actividades, cometidos, haras, dia a dia, vas a hacer, consiste, \
             te encargaras, se encargara, descripcion del puesto",
        ],
    ),
    (
        Requirements,
        [
            "requirements, required, qualifications, skills, experience, profile, who you are, about you, you bring, \
             you will bring, you ll bring, you need, you ll need, we are looking for, we re looking for, looking for, look for, you have, you will have, \
             you ll have, you are, you re, must have, must haves, nice to have, nice to haves, essential, desirable, \
             preferred, bonus points, specification, candidate, education, knowledge, competencies, competences",
            "profil, competences, qualifications, prerequis, pre requis, experience, experiences, formation, \
             savoir etre, savoir faire, qualites, vous etes, tu es, vous avez, tu as, recherchons, attendons, \
             diplome, diplomes, exigences, connaissances, atouts, est un plus",
            "requisitos, requerimientos, perfil, buscamos, experiencia, formacion, habilidades, competencias, \
             conocimientos, aptitudes, se requiere, necesitas, pedimos, esperamos, imprescindible, deseable, valorable, \
             se valora, se valorara, valoramos, quien eres, sobre ti, eres, tienes",
        ],
    ),
    (
        Benefits,
        [
            "benefits, perks, offer, you get, you will get, you ll get, salary, pay, compensation, remuneration, package, \
             rewards, conditions, terms, in it for you, in return, our promise, why join, why work, hours, location, \
             contract",
            "avantages, offrons, offre, proposons, propose, remuneration, salaire, conditions, nous rejoindre, package, \
             contrat, lieu, horaires, en echange",
            "beneficios, ofrecemos, ofrece, condiciones, prestaciones, salario, sueldo, retribucion, remuneracion, \
             ventajas, unirte, trabajar con nosotros, compensacion, contrato, ubicacion, horario, jornada",
        ],
    ),
    (
        Company,
        [
            "about us, who we are, company, our story, our mission, our values, background, organisation, organization",
            "qui sommes nous, entreprise, societe, structure, association, agence, notre histoire, notre mission, \
             nos valeurs, contexte",
            "sobre nosotros, quienes somos, empresa, nuestra historia, nuestra mision, nuestros valores, \
             contexto, somos",
        ],
    ),
    (
        Application,
        [
            "apply, application, applications, contact, process, next steps, equal opportunities, equal opportunity, \
             diversity, inclusion, closing date, deadline, privacy, interested",
            "postuler, candidature, candidatures, processus, recrutement, modalites, contact, diversite, date limite, \
             interesse",
            "aplicar, postular, postulate, inscripcion, candidatura, candidaturas, solicitud, contacto, proceso, plazo, \
             diversidad, igualdad, interesados",
        ],
    ),
];

/// What is a heading only if nothing else is in it.
const ONLY: [(Section, [&str; 3]); 2] =
    [(Requirements, ["you", "vous, toi", "tu, usted"]), (Company, ["us", "nous", "nosotros"])];

/// What headings are about if nothing else is in them, the first before the second.
const ELSE: [(Section, [&str; 3]); 2] = [
    (
        Duties,
        [
            "role, job, position, mission, work",
            "mission, poste, role",
            "puesto, rol, mision, trabajo, cargo",
        ],
    ),
    (Company, ["about, team", "propos, presentation, equipe", "sobre, acerca, equipo"]),
];

/// What stands before the title of a job.
const TITLES: [&str; 3] = [
    "job, job title, title, position, position title, role, vacancy",
    "poste, intitule, intitule du poste, titre, titre du poste, offre d emploi",
    "puesto, titulo, cargo, vacante, nombre del puesto, titulo del puesto, oferta de empleo",
];

/// Whether a title stands behind such a label.
pub fn is_title(label: &str) -> bool {
    let label = words(label).join(" ");
    TITLES.iter().flat_map(|titles| titles.split(", ")).any(|title| title == label)
}

/// The section that a heading names.
pub fn named(heading: &str) -> Option<Section> {
    name_in(&words(heading)).map(|(section, _)| section)
}

/// Whether a line without a mark is such a heading: at least half of it is what names the section.
pub fn is_name(line: &str) -> bool {
    let line = words(line);
    name_in(&line).is_some_and(|(_, length)| 2 * length >= line.len())
}

/// The section that a heading names, and with how many of its words.
fn name_in(heading: &[String]) -> Option<(Section, usize)> {
    let heading = &heading[..heading.len().min(MOST_WORDS)];
    let names = heading.iter().enumerate().flat_map(|(place, first)| {
        let beginning = BY_FIRST_WORD.get(first.as_str()).map_or(&[][..], Vec::as_slice);
        let rest = &heading[place + 1..];
        beginning.iter().filter(move |name| {
            name.rest.len() <= rest.len()
                && name.rest.iter().zip(rest).all(|(one, other)| one == other)
        })
    });
    let names = names.filter(|name| name.rank < ALONE || heading.len() == 1);
    // The longest, of those the first.
    let best = |rank: usize| {
        let of_rank = names.clone().filter(move |name| name.rank == rank);
        of_rank.reduce(|best, name| if name.rest.len() > best.rest.len() { name } else { best })
    };
    (0..=ALONE).find_map(best).map(|name| (name.section, name.rest.len() + 1))
}

/// What names a section.
struct Name {
    section: Section,
    /// Its words behind the first.
    rest: Vec<&'static str>,
    /// The number of its list: what is in an earlier list counts before it.
    rank: usize,
}

/// The rank of what names a section only if nothing else is in the heading.
const ALONE: usize = 3;

/// The names by their first words.
static BY_FIRST_WORD: LazyLock<HashMap<&str, Vec<Name>>> = LazyLock::new(|| {
    let mut by_first: HashMap<&str, Vec<Name>> = HashMap::new();
    let lists: [&[(Section, [&'static str; 3])]; ALONE + 1] =
        [&NAMES, &[ELSE[0]], &[ELSE[1]], &ONLY];
    for (rank, &(section, languages)) in lists
        .iter()
        .enumerate()
        .flat_map(|(rank, list)| list.iter().map(move |names| (rank, names)))
    {
        for name in languages.iter().flat_map(|names| names.split(", ")) {
            let mut words = name.split(' ');
            let first = words.next().unwrap_or_default();
            by_first.entry(first).or_default().push(Name { section, rest: words.collect(), rank });
        }
    }
    by_first
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_three_languages() {
        for (heading, section) in [
            ("Key responsibilities", Some(Duties)),
            ("What you’ll do", Some(Duties)),
            ("About the role", Some(Duties)),
            ("You will have", Some(Requirements)),
            ("Job requirements", Some(Requirements)),
            ("Requirements of the role", Some(Requirements)),
            ("What you’ll bring to the role", Some(Requirements)),
            ("Who we are looking for", Some(Requirements)),
            ("What’s in it for you?", Some(Benefits)),
            ("About Brightwell", Some(Company)),
            ("Our mission", Some(Company)),
            ("Vos missions", Some(Duties)),
            ("LE POSTE", Some(Duties)),
            ("Profil recherché", Some(Requirements)),
            ("VOUS", Some(Requirements)),
            ("Ce que nous vous offrons", Some(Benefits)),
            ("À propos de nous", Some(Company)),
            ("Comment postuler ?", Some(Application)),
            ("¿Qué harás?", Some(Duties)),
            ("Descripción del puesto", Some(Duties)),
            ("Requisitos del puesto", Some(Requirements)),
            ("Sobre ti", Some(Requirements)),
            ("Sobre nosotros", Some(Company)),
            ("Diversidad e inclusión", Some(Application)),
            ("Content", None),
        ] {
            assert_eq!(named(heading), section, "{heading}");
        }
        assert!(is_name("Le poste") && is_name("Requirements:"));
        assert!(!is_name("Strong communication skills"));
    }
}
