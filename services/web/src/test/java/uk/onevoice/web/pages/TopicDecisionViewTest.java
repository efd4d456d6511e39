package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Doings.Different;
import uk.onevoice.web.api.Doings.Happened;
import uk.onevoice.web.api.Doings.InPlace;
import uk.onevoice.web.api.Doings.Timeline;

/** The same topic decided in two places, and how it came to a decision in one. */
class TopicDecisionViewTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static InPlace in(String place, String outcome, String went) {
    return new InPlace("p-" + place, place, "m", "Board", DAY, outcome, went);
  }

  @Test
  void places_stand_beside_each_other_without_a_rank() {
    TopicDecisionView.Both both =
        TopicDecisionView.of(
            new Different(
                "t",
                "Community services",
                List.of(
                    in("Marl Valley", "AGREED", "FOR"),
                    in("Tarrow Coast", "VOTED", "AGAINST"),
                    in("Wyvern City", "DEFERRED", "NOT_KNOWN"))));

    assertThat(both.sentence())
        .isEqualTo(
            "Decided as we asked in Marl Valley; decided against what we asked in Tarrow Coast; put off in Wyvern City.");
    assertThat(both.places().getFirst().timeline()).isEqualTo("/topics/t/timeline/p-Marl Valley");
    assertThat(TopicDecisionView.words(in("A", "AGREED", "NOT_KNOWN"))).isEqualTo("decided");
  }

  private static Timeline timeline(
      @Nullable LocalDate first, @Nullable LocalDate decided, @Nullable Integer lead) {
    return new Timeline("t", "p", first, decided, lead, List.of(), null);
  }

  @Test
  void how_early_general_practice_came_in_is_said_also_when_it_came_too_late() {
    assertThat(TopicDecisionView.lead(timeline(LocalDate.of(2026, 8, 3), DAY, 113)))
        .isEqualTo("It was decided on 24 November 2026. General practice came in 113 days before.");
    assertThat(TopicDecisionView.lead(timeline(DAY.plusDays(1), DAY, -1)))
        .isEqualTo(
            "It was decided on 24 November 2026, 1 day before general practice first had to do with it.");
    assertThat(TopicDecisionView.lead(timeline(null, DAY, null)))
        .isEqualTo(
            "It was decided on 24 November 2026; nothing is known of general practice before.");
    assertThat(TopicDecisionView.lead(timeline(DAY, null, null)))
        .startsWith("It is not decided. General practice has had to do with it since");
    assertThat(TopicDecisionView.lead(timeline(null, null, null)))
        .isEqualTo("Nothing is known of this topic here yet.");
  }

  @Test
  void a_talk_written_down_after_the_meeting_began_is_marked() {
    assertThat(
            TopicDecisionView.steps(
                List.of(
                    new Happened(DAY, "PRE_ALIGNMENT", "WYVC0001", "m", null, null, false, true)),
                _ -> "Marlshire County Council"))
        .first()
        .satisfies(step -> {
          assertThat(step.what())
              .isEqualTo(
                  "Talked with Marlshire County Council before the meeting: not of one mind");
          assertThat(step.note()).contains("does not count as before");
        });
  }
}
