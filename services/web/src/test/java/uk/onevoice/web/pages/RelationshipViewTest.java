package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Relationships.Ask;
import uk.onevoice.web.api.Relationships.Commitment;
import uk.onevoice.web.api.Relationships.Counterpart;
import uk.onevoice.web.api.Relationships.Happening;
import uk.onevoice.web.api.Relationships.Invested;
import uk.onevoice.web.api.Relationships.Mandate;
import uk.onevoice.web.api.Relationships.Promises;
import uk.onevoice.web.api.Relationships.Whole;
import uk.onevoice.web.ui.Words;

class RelationshipViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Promises NONE = new Promises(0, 0, 0, 0, 0);

  @Test
  void the_sentence_says_when_they_spoke_and_who_owes_what() {
    assertThat(
            sentence(TODAY.minusWeeks(9), List.of(promise("THEIRS", LocalDate.of(2026, 10, 30)))))
        .isEqualTo("9 weeks since you last spoke. They owe us 1 promise, 24 days late.");
    assertThat(
            sentence(
                TODAY,
                List.of(
                    promise("OURS", TODAY),
                    promise("OURS", TODAY.minusDays(1)),
                    promise("THEIRS", TODAY.plusDays(1)))))
        .isEqualTo(
            "You spoke today. They owe us 1 promise. We owe them 2 promises, one of them 1 day late.");
    assertThat(sentence(TODAY.minusDays(13), List.of())).isEqualTo("13 days since you last spoke.");
    assertThat(sentence(TODAY.minusDays(14), List.of())).isEqualTo("2 weeks since you last spoke.");
    assertThat(sentence(null, List.of())).isEqualTo("No talk of both sides is written down yet.");
  }

  @Test
  void one_that_ended_says_so() {
    assertThat(RelationshipView.sentence(whole(TODAY, TODAY, List.of()), TODAY))
        .isEqualTo("This relationship ended on 23 November 2026.");
  }

  @Test
  void after_90_days_the_next_contact_is_overdue() {
    assertThat(RelationshipView.isCold(TODAY.minusDays(90), TODAY)).isFalse();
    assertThat(RelationshipView.isCold(TODAY.minusDays(91), TODAY)).isTrue();
    assertThat(RelationshipView.nextContact(TODAY.minusDays(90), TODAY))
        .isEqualTo("Talk by 23 November 2026, so that 90 days do not pass.");
    assertThat(RelationshipView.nextContact(TODAY.minusDays(91), TODAY))
        .startsWith("Overdue: 90 days without a talk were over on 22 November 2026");
    assertThat(RelationshipView.nextContact(null, TODAY)).startsWith("Begin by listening");
  }

  @Test
  void who_cannot_be_shown_is_not_named() {
    assertThat(RelationshipView.name(person("GONE", null))).isEqualTo("Somebody who was erased");
    assertThat(RelationshipView.name(person("RESTRICTED", null)))
        .isEqualTo("Somebody whose name is not shown now");
    assertThat(RelationshipView.name(person("KNOWN", "Kit Sallowfield")))
        .isEqualTo("Kit Sallowfield");
  }

  @Test
  void the_time_line_says_what_each_side_did() {
    assertThat(mark("ANSWER", "OURS", null, "DECLINED")).isEqualTo("They said no");
    assertThat(mark("ANSWER", "THEIRS", null, "ACCEPTED")).isEqualTo("We said yes");
    assertThat(mark("PROMISE_BROKEN", "OURS", "Ten letters", null))
        .isEqualTo("Our promise was not kept: Ten letters");
    assertThat(mark("OFFER", "THEIRS", null, null))
        .isEqualTo("They offered: Words that cannot be shown");
  }

  @Test
  void only_a_promise_that_is_settled_is_changed_from_the_time_line() {
    assertThat(promiseOn("PROMISE_KEPT")).isEqualTo("1");
    assertThat(promiseOn("PROMISE_BROKEN")).isEqualTo("1");
    assertThat(promiseOn("PROMISE")).isNull();
    assertThat(promiseOn("SUPPORT")).isNull();
  }

  private static @Nullable String promiseOn(String what) {
    return TimelineView.mark(
            new Happening(
                what, "1", TODAY, "OURS", null, null, "Letters", null, null, null, List.of(), null,
                null, null, null, false),
            ref -> ref)
        .promise();
  }

  private static String mark(
      String what, String side, @Nullable String words, @Nullable String reply) {
    return TimelineView.mark(
            new Happening(
                what, "1", TODAY, side, null, null, words, null, null, null, List.of(), reply, null,
                null, null, false),
            ref -> ref)
        .what();
  }

  @Test
  void an_ask_says_whether_practices_still_stand_behind_it() {
    LocalDate over = TODAY.minusDays(1);
    assertThat(askUnder(new Mandate("m", List.of("Out of hours"), true, TODAY.plusDays(1)), null))
        .endsWith(
            ", no answer yet. Asked under the mandate on Out of hours, live until "
                + Words.day(TODAY));
    assertThat(askUnder(new Mandate("m", List.of(), false, TODAY), null))
        .endsWith(". Asked under the mandate, which ended on " + Words.day(over));
    assertThat(askUnder(new Mandate("m", List.of(), false, null), null))
        .endsWith(". Asked under the mandate, which is not live");
    assertThat(askUnder(null, "p"))
        .endsWith(", no answer yet. It follows from our position on Nights");
    assertThat(askUnder(null, "withdrawn"))
        .endsWith(", no answer yet. It names a position that is not one of our public ones today");
    assertThat(askUnder(null, null)).endsWith(", no answer yet");
  }

  private static String askUnder(@Nullable Mandate mandate, @Nullable String position) {
    var ask = new Ask("e", "ASK", "OURS", null, "A room", TODAY, null, mandate, position);
    return RelationshipView.ask(
            ask, cited -> cited.equals("p") ? Optional.of("Nights") : Optional.empty())
        .more();
  }

  private static String sentence(@Nullable LocalDate last, List<Commitment> open) {
    return RelationshipView.sentence(whole(null, last, open), TODAY);
  }

  private static Commitment promise(String side, LocalDate due) {
    return new Commitment("c", side, due, due.isBefore(TODAY), null, "Letters", false);
  }

  private static Counterpart person(String shown, @Nullable String name) {
    return new Counterpart(
        "p", shown, name, null, null, null, null, null, false, null, List.of(), List.of());
  }

  private static Whole whole(
      @Nullable LocalDate closed, @Nullable LocalDate last, List<Commitment> open) {
    return new Whole(
        "s",
        "r",
        "p",
        "ACUTE",
        "WYVT0001",
        "PARTNER",
        "h",
        "WYVF0001",
        closed,
        last,
        last,
        List.of(),
        List.of(),
        true,
        List.of(),
        List.of(),
        List.of(),
        open,
        NONE,
        NONE,
        List.of(),
        List.of(),
        new Invested(0, 0, 0));
  }
}
