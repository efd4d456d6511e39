package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Uses.Invocation;
import uk.onevoice.web.api.Uses.LmcWord;
import uk.onevoice.web.api.Uses.Verdict;
import uk.onevoice.web.pages.MandateUses.Use;

/** Whether what was agreed counts is said before anything else. */
class MandateUsesTest {
  private static Invocation item(String state, String... outside) {
    return new Invocation(
        "i",
        "AGREED",
        state,
        List.of(outside),
        "t",
        null,
        LocalDate.of(2026, 11, 5),
        null,
        41,
        state.equals("RATIFIED") ? 41 : 1,
        0,
        List.of());
  }

  private static Invocation backed(String state, @Nullable Boolean agrees) {
    Invocation item = item(state, "LIMIT");
    return new Invocation(
        item.invocationId(),
        item.act(),
        item.state(),
        item.outside(),
        item.topicId(),
        item.forumId(),
        item.on(),
        item.words(),
        item.needs(),
        item.ratified(),
        item.refused(),
        List.of(new LmcWord("Marl LMC", agrees)));
  }

  private static Use use(Invocation item) {
    return MandateUses.of(
            List.of(item),
            true,
            _ -> "community services",
            table -> table,
            code -> code,
            "Marl LMC")
        .uses()
        .getFirst();
  }

  @Test
  void each_state_says_whether_it_binds() {
    assertThat(use(item("COVERED")).standing()).isEqualTo("Inside: it counts.");
    assertThat(use(item("PROVISIONAL", "LIMIT")).standing())
        .isEqualTo(
            "Provisional: it binds nobody until 41 practices stand by it. So far 1 does, and 0 do not.");
    assertThat(use(item("RATIFIED", "LIMIT")).standing())
        .isEqualTo("Outside, and it counts now: 41 practices stand by it.");
    assertThat(use(item("TAKEN_BACK", "LIMIT")).standing())
        .isEqualTo("Taken back: it binds nobody.");
  }

  @Test
  void only_what_is_provisional_can_be_acted_on() {
    assertThat(use(item("PROVISIONAL", "LIMIT")).provisional()).isTrue();
    assertThat(use(item("COVERED")).provisional()).isFalse();
    assertThat(use(item("RATIFIED", "LIMIT")).inside()).isFalse();
  }

  @Test
  void a_part_of_the_list_is_not_counted() {
    assertThat(MandateUses.sentence(List.of(item("COVERED")), false))
        .isEqualTo("The newest first.");
    assertThat(MandateUses.sentence(List.of(), true)).startsWith("Nothing is written down yet");
    assertThat(MandateUses.sentence(List.of(item("COVERED")), true))
        .isEqualTo("Used 1 time: 1 time inside its limits. Nothing waits for practices.");
  }

  @Test
  void what_it_would_be_says_whose_role_is_missing() {
    assertThat(
            MandateUses.would(new Verdict("COVERED", List.of(), true, 0, List.of()), code -> code))
        .isEqualTo("This would be inside: it would count for the practices.");
    assertThat(
            MandateUses.would(
                new Verdict("PROVISIONAL", List.of("HOLDER"), false, 41, List.of("Marl LMC")),
                code -> code))
        .contains(
            "until 41 practices stand by it, and so does Marl LMC, which had backed the mandate. ")
        .endsWith("You do not hold the role that speaks, or one that stands in.");
  }

  @Test
  void an_lmc_that_backed_the_mandate_has_to_stand_by_it_as_well() {
    assertThat(use(backed("PROVISIONAL", null)).standing())
        .isEqualTo(
            "Provisional: it binds nobody until 41 practices stand by it, and so does Marl LMC, which had backed the mandate. So far 1 does, and 0 do not. Marl LMC has not said yet.");
    assertThat(use(backed("PROVISIONAL", false)).standing())
        .endsWith("Marl LMC does not stand by it.");
    assertThat(use(backed("RATIFIED", true)).standing())
        .isEqualTo("Outside, and it counts now: 41 practices stand by it, and so does Marl LMC.");
    assertThat(use(backed("PROVISIONAL", true)).ours()).isTrue();
    assertThat(use(item("PROVISIONAL", "LIMIT")).ours()).isFalse();
  }
}
