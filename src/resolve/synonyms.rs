//! Other words that people write for the few fixed ones, in English, French and Spanish.

use crate::normalize::fold;

/// The fixed words, and what people write for each.
const SYNONYMS: &str = "\
daily: day | every day | each day | per day | quotidien | chaque jour | tous les jours | diario | cada dia
weekly: week | every week | each week | per week | hebdomadaire | chaque semaine | semanal | cada semana
biweekly: bi-weekly | fortnightly | every two weeks | every 2 weeks | every other week | every fortnight | bihebdomadaire | toutes les deux semaines | une semaine sur deux | quincenal | cada dos semanas
monthly: month | every month | each month | per month | mensuel | chaque mois | mensual | cada mes
quarterly: quarter | every quarter | every three months | trimestriel | chaque trimestre | trimestral
semiannual: semi-annual | semiannually | half-yearly | twice a year | every six months | every half year | semestriel | tous les six mois | deux fois par an | semestral | cada seis meses
yearly: year | every year | annual | annually | per year | annuel | chaque annee | anual | cada ano
once: one time | one-off | one time only | une fois | una vez
ongoing: always | continuous | continuously | constantly | permanent | en continu | continuo | siempre
monday: mon | lundi | lunes
tuesday: tue | tues | mardi | martes
wednesday: wed | mercredi | miercoles
thursday: thu | thur | thurs | jeudi | jueves
friday: fri | vendredi | viernes
saturday: sat | samedi | sabado
sunday: sun | dimanche | domingo
one: 1 | single | anyone | someone | un | uno
each: all | everybody | everyone | every | chacun | tous | cada uno | todos
shared: share | split | together | jointly | partage | compartido
core: main | essential | important | key | high
supplemental: optional | secondary | extra | nice to have | low
strategy: strategic | planning | strategie | estrategia | estrategico
operations: operational | operative | execution | operationnel | operativo | operaciones";

/// Words that look like a fixed one and mean another thing.
const NOT_MEANT: [&str; 7] =
    ["bimonthly", "bi-monthly", "bimestral", "bimestriel", "biannual", "biannually", "semiweekly"];

/// The languages that have a tag of two letters (ISO 639-1).
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io \
    is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my \
    na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq \
    sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Whether two letters are the tag of some language.
pub fn is_language(tag: &str) -> bool {
    LANGUAGES.split(' ').any(|language| language == tag)
}

/// Each fixed word with another one for it, folded.
fn synonyms() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = SYNONYMS.lines().filter_map(|line| line.split_once(": "));
    lines.flat_map(|(fixed, words)| words.split(" | ").map(move |word| (fixed, word)))
}

/// What was probably meant, if it is one of the known words.
pub fn meant<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let folded = fold(written);
    let (fixed, _) = synonyms().find(|(_, word)| *word == folded)?;
    known.iter().copied().find(|known| *known == fixed)
}

/// Whether the likeness to a fixed word misleads.
pub fn misleads(written: &str) -> bool {
    NOT_MEANT.contains(&fold(written).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Cadence, Doers, Focus, Importance, Weekday};

    #[test]
    fn every_synonym_is_folded_and_leads_to_a_fixed_word() {
        let all = [Cadence::WORDS, Weekday::WORDS, Doers::WORDS, Focus::WORDS, Importance::WORDS]
            .concat();
        for (fixed, word) in synonyms() {
            assert!(all.contains(&fixed), "{fixed}");
            assert_eq!(fold(word), word);
            assert_eq!(meant(word, &all), Some(fixed), "{word}");
        }
        assert_eq!(meant("Every  Week", Cadence::WORDS), Some("weekly"));
        assert_eq!(meant("every week", Focus::WORDS), None);
    }
}
