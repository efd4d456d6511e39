package uk.onevoice.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.testkit.stack.Database;
import uk.onevoice.testkit.stack.RunningStack;
import uk.onevoice.vault.Disclosure.Purpose;

class SameHumanTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
  private static final ActorRef KEEPER = ActorRef.person("keeper");

  private static Database rows;
  private static Database keys;

  private final Subject stranger = subject();
  private final Subject ada = subject();
  private final Subject ben = subject();
  private final Vault vault =
      new Vault(VaultTest.source(rows), VaultTest.source(keys), UUID::randomUUID, CLOCK);
  private final SameHuman same =
      new SameHuman(VaultTest.source(rows), VaultTest.source(keys), CLOCK);
  private final Disclosure disclosure =
      new Disclosure(VaultTest.source(rows), VaultTest.source(keys), CLOCK);

  @BeforeAll
  static void tables() {
    rows = VaultTest.migrated("same", "db/eventstore", "db/directory", "db/vault");
    keys = VaultTest.migrated("same_keys", "db/vault-keys");
  }

  @AfterAll
  static void gone() {
    RunningStack.get().dropDatabase(rows);
    RunningStack.get().dropDatabase(keys);
  }

  private static Subject subject() {
    return new Subject(UUID.randomUUID());
  }

  private VaultRef keep(String words, Subject... about) {
    return keep(words, KEEPER, about);
  }

  private VaultRef keep(String words, ActorRef by, Subject... about) {
    return vault.keep(new NewWords("talk", "slot-1", Set.of(about), words, by, null));
  }

  private List<String> toldTo(Subject person) {
    return disclosure.toThemself(Set.of(person)).stream().map(Words::text).toList();
  }

  @Test
  void words_about_somebody_become_words_about_the_human_being_behind_them() {
    var alone = keep("Ada by another name", stranger);
    var both = keep("Ada and Ben", stranger, ben);

    same.join(stranger, ada);
    same.join(stranger, ada);

    assertThat(same.persons(Set.of(stranger, ben))).isEqualTo(Map.of(stranger, ada));
    assertThat(toldTo(ada)).containsExactlyInAnyOrder("Ada by another name", "Ada and Ben");
    var read = vault.find(both).orElseThrow();
    assertThat(read.about()).containsExactlyInAnyOrder(stranger, ada, ben);
    assertThat(read.alsoAbout(Set.of(ada))).as("other human beings").isEqualTo(1);
    vault.restrict(ada);
    assertThat(vault.read(List.of(alone, both))).isEmpty();
    vault.release(ada);
    vault.erase(ada);
    assertThat(vault.find(alone)).isEmpty();
    assertThat(vault.find(both)).isEmpty();
  }

  @Test
  void nobody_is_taken_for_somebody_erased() {
    var words = keep("Ada by another name", stranger);
    vault.erase(ada);

    assertThatThrownBy(() -> same.join(stranger, ada)).isInstanceOf(Erased.class);
    assertThat(vault.find(words).orElseThrow().about()).containsExactly(stranger);
    assertThat(same.persons(Set.of(stranger))).isEmpty();
  }

  @Test
  void who_was_taken_for_the_wrong_person_is_parted_from_them_with_later_words_too() {
    keep("Before", stranger);
    keep("About Ada herself", ada);
    same.join(stranger, ada);
    var later = keep("After", stranger, ada);
    var answer =
        vault.keepBeside(
            later,
            new NewWords("counter-statement", "subject-1", Set.of(ada), "Not me", KEEPER, null));

    assertThat(same.part(stranger)).contains(ada);
    assertThat(same.part(stranger)).isEmpty();

    assertThat(toldTo(ada)).containsExactlyInAnyOrder("About Ada herself", "Not me");
    assertThat(toldTo(stranger)).containsExactlyInAnyOrder("Before", "After");
    assertThat(vault.beside(List.of(later))).isEmpty();
    vault.erase(ada);
    assertThat(vault.read(List.of(later, answer))).containsOnlyKeys(later);
    assertThat(disclosure.to(KEEPER, Purpose.COMPLAINT, Set.of(stranger))).hasSize(2);
  }

  @Test
  void words_that_concern_the_person_for_another_reason_stay_theirs() {
    var another = subject();
    same.join(stranger, ada);
    same.join(another, ada);
    keep("With both", stranger, another, ada);
    keep("Her own thought", ActorRef.person(ada.value().toString()), stranger, ada);
    keep("Of the stranger alone", stranger, ada);

    same.part(stranger);

    assertThat(toldTo(ada)).containsExactlyInAnyOrder("With both", "Her own thought");
  }

  @Test
  void who_is_taken_for_another_is_parted_from_the_first() {
    keep("Words", stranger);
    same.join(stranger, ada);
    same.join(stranger, ben);

    assertThat(toldTo(ada)).isEmpty();
    assertThat(toldTo(ben)).containsExactly("Words");
    assertThat(same.persons(Set.of(stranger))).isEqualTo(Map.of(stranger, ben));
  }
}
