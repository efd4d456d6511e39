package uk.onevoice.relationships.domain.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.domain.opportunity.Bid.CREDIT;
import static uk.onevoice.relationships.domain.opportunity.Bid.OPENED_ON;
import static uk.onevoice.relationships.domain.opportunity.Bid.RIVAL;
import static uk.onevoice.relationships.domain.opportunity.Bid.TRUST;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.opportunity.Conversations.First;
import uk.onevoice.relationships.domain.opportunity.Conversations.Talk;

class ConversationsTest {
  @Test
  void where_nobody_talked_nothing_came_before() {
    assertThat(Conversations.before(OPENED_ON, List.of()))
        .isEqualTo(new Conversations(List.of(), 0, null, false));
  }

  @Test
  void the_first_talk_on_the_topic_counts_even_where_others_came_earlier() {
    Talk early = talk(TRUST, 100, false);
    Talk topic = talk(TRUST, 40, true);
    Talk later = talk(TRUST, 10, true);
    assertThat(Conversations.before(OPENED_ON, List.of(later, topic, early)))
        .isEqualTo(
            new Conversations(
                List.of(new First(early, false, 100, false), new First(topic, true, 40, false)),
                3,
                40L,
                true));
  }

  @Test
  void where_none_was_on_the_topic_the_first_on_anything_counts() {
    Talk early = talk(TRUST, 100, false);
    assertThat(Conversations.before(OPENED_ON, List.of(early)))
        .isEqualTo(new Conversations(List.of(new First(early, false, 100, false)), 1, 100L, false));
  }

  @Test
  void a_first_talk_that_is_on_the_topic_stands_there_once() {
    Talk first = talk(TRUST, 30, true);
    assertThat(Conversations.before(OPENED_ON, List.of(first)).first())
        .containsExactly(new First(first, true, 30, false));
  }

  @Test
  void each_organisation_has_its_own_first() {
    Talk trust = talk(TRUST, 30, true);
    Talk other = talk(RIVAL, 60, true);
    Conversations both = Conversations.before(OPENED_ON, List.of(trust, other));
    assertThat(both.first()).extracting(First::talk).containsExactly(other, trust);
    assertThat(both.daysBefore()).isEqualTo(60);
  }

  @Test
  void what_came_on_the_day_or_after_it_did_not_come_before() {
    Conversations late =
        Conversations.before(OPENED_ON, List.of(talk(TRUST, 0, true), talk(TRUST, -5, true)));
    assertThat(late.talksBefore()).isZero();
    assertThat(late.daysBefore()).isZero();
    assertThat(Conversations.before(OPENED_ON, List.of(talk(TRUST, -5, true))).daysBefore())
        .isEqualTo(-5);
    assertThat(Conversations.before(OPENED_ON, List.of(talk(TRUST, 1, true))).talksBefore())
        .isOne();
  }

  @ParameterizedTest(name = "written down {0} days after the opening: {1}")
  @CsvSource({"-1, false", "0, false", "1, true"})
  void what_was_written_down_later_is_said_to_be(int days, boolean recordedAfter) {
    Talk talk =
        new Talk(CREDIT.slotId(), TRUST, OPENED_ON.minusDays(9), true, OPENED_ON.plusDays(days));
    assertThat(Conversations.before(OPENED_ON, List.of(talk)).first())
        .containsExactly(new First(talk, true, 9, recordedAfter));
  }

  @ParameterizedTest(name = "classes [{0}] give {1}")
  @CsvSource(
      nullValues = "none",
      value = {
        "'', NO_RELATIONSHIP",
        "STRONG, none",
        "UNKNOWN STRONG, none",
        "SOME, NOT_STRONG",
        "NONE, NOT_STRONG",
        "UNKNOWN, NOT_KNOWN",
        "UNKNOWN UNKNOWN, NOT_KNOWN",
        "UNKNOWN SOME, NOT_STRONG"
      })
  void leaders_are_warned_where_no_relationship_is_strong(
      String classes, @org.jspecify.annotations.Nullable Warning warning) {
    assertThat(Warning.of(classes.isEmpty() ? List.of() : List.of(classes.split(" "))).orElse(null))
        .isEqualTo(warning);
  }

  private static Talk talk(OrganisationId with, int daysBefore, boolean onTopic) {
    LocalDate on = OPENED_ON.minusDays(daysBefore);
    return new Talk(
        CREDIT.slotId(),
        with,
        on,
        onTopic,
        OPENED_ON.minusDays(daysBefore).isAfter(OPENED_ON) ? OPENED_ON : on);
  }
}
