package uk.onevoice.organisations.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "Dr Nadia Velloso,     NADIA VELLOSO,           SAME",
    "Zoë Ångström,         Zoe Angstrom,            SAME",
    "Grace Ndukwe-Hale,    Dr. Grace Ndukwe Hale,   SAME",
    "Seán O'Doyle,         Sean O’Doyle,            SAME",
    "'Velloso, Nadia',     Nadia Velloso,           SAME",
    "N Velloso,            Nadia Velloso,           SIMILAR",
    "Nadia Maria Velloso,  Nadia Velloso,           SIMILAR",
    "Nadia Velloso,        Nora Velloso,            OTHER",
    "Nadia Velloso,        Nadia Orrell,            OTHER",
    "Velloso,              Nadia Velloso,           OTHER",
    "Dr,                   Dr,                      OTHER"
  })
  void names_are_alike_whoever_writes_them(String one, String other, PersonName.Likeness likeness) {
    assertThat(PersonName.of(one).likeness(PersonName.of(other))).isEqualTo(likeness);
    assertThat(PersonName.of(other).likeness(PersonName.of(one))).isEqualTo(likeness);
  }

  @Test
  void a_search_finds_the_beginnings_of_words_in_any_order() {
    var grace = PersonName.of("Dr Grace Ndukwe-Hale");
    assertThat(grace.answers(PersonName.of("hale gr"))).isTrue();
    assertThat(grace.answers(PersonName.of("NDUKWE"))).isTrue();
    assertThat(grace.answers(PersonName.of("grace orrell"))).isFalse();
    assertThat(grace.answers(PersonName.of("race"))).isFalse();
  }
}
