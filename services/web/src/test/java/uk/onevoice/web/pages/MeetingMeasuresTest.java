package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Representation;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.pages.MeetingMeasures.Passage;

/** Each sentence about meetings has its whole beside its part, and says what nobody knows. */
class MeetingMeasuresTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static Representation recorded(String name) throws IOException {
    return JSON.readValue(
        MeetingMeasuresTest.class.getResourceAsStream("/api/" + name + ".json"),
        Representation.class);
  }

  private static String said(String file, String number, Function<Measure, String> words)
      throws IOException {
    return words.apply(recorded(file).measures().get(number));
  }

  /** A recorded measure in which some numbers are others. */
  private static Measure but(String number, String changes) throws IOException {
    ObjectNode whole =
        (ObjectNode)
            JSON.readTree(
                MeetingMeasuresTest.class.getResourceAsStream("/api/representation.json"));
    ObjectNode measure = (ObjectNode) whole.path("measures").path(number);
    measure.setAll((ObjectNode) JSON.readTree(changes));
    return JSON.treeToValue(measure, Measure.class);
  }

  private static List<String> all(String file) throws IOException {
    return MeetingMeasures.passages(recorded(file).measures(), code -> code).stream()
        .map(Passage::about)
        .toList();
  }

  @Test
  void how_work_is_spread_is_said_without_a_word_that_has_to_be_learnt() throws IOException {
    assertThat(said("representation", "M6", MeetingMeasures::whoGoes))
        .isEqualTo(
            "7 people of general practice went to 12 meetings of the last year, 24 times in all. Whoever went most did 38% of that. It is spread as it would be if 4.2 people had gone equally often. When one meeting followed another, somebody came again in 64% of cases. Stand-ins came in 13% of those times. Of 2 more meetings nobody wrote down who was there.");
    assertThat(
            MeetingMeasures.whoGoes(
                but(
                    "M6",
                    "{\"spread\":[{\"seriesId\":null,\"meetings\":4,\"unrecorded\":0,\"attendances\":4,\"people\":1,\"effectivePeople\":1.0,\"continuityPercent\":100,\"leadPercent\":100,\"substitutesPercent\":0}]}")))
        .startsWith(
            "1 person of general practice went to 4 meetings of the last year, 4 times in all. One person carries all of it.")
        .endsWith("Stand-ins came in 0% of those times.");
  }

  @Test
  void nothing_is_said_of_fewer_than_four_meetings() throws IOException {
    assertThat(said("representation-city", "M6", MeetingMeasures::whoGoes))
        .isEqualTo(
            "Too few meetings of the last year say who was there to tell how many people carry them: 3, and it takes 4. Of 1 more meeting nobody wrote down who was there.");
    assertThat(MeetingMeasures.whoGoes(but("M6", "{\"spread\":[],\"unknown\":0}")))
        .isEqualTo(
            "It is written down of no meeting of the last year who of general practice was there.");
    assertThat(MeetingMeasures.whoGoes(but("M6", "{\"spread\":[],\"unknown\":3}")))
        .endsWith("; of 3 meetings nobody knows.");
  }

  @Test
  void agreed_before_is_set_against_the_rest_and_called_no_proof() throws IOException {
    assertThat(said("representation", "M8", MeetingMeasures::beforehand))
        .isEqualTo(
            "12 of 34 items were agreed with a partner before the meeting; 17 came without that, and of 5 nobody knows. Of the assessed outcomes, 4 of 10 changed where it was agreed before, and 1 of 14 where it was not. The two go together; that does not prove that one brings the other.");
    assertThat(MeetingMeasures.beforehand(but("M8", "{\"beforehand\":[],\"unknown\":0}")))
        .isEqualTo(
            "12 of 34 items were agreed with a partner before the meeting; 22 came without that.");
    assertThat(said("representation-city", "M8", MeetingMeasures::beforehand))
        .startsWith("No item of the last year");
  }

  @Test
  void what_practices_heard_leaves_out_what_is_not_due() throws IOException {
    assertThat(said("representation", "M10", MeetingMeasures::heard))
        .isEqualTo(
            "Practices heard in time what came of 6 of 8 items on which they had to. 2 more are not due yet. Half of the time it took at most 6 days after the meeting. Over all notes, 171 of 304 practices told have read theirs. 1 thing that was agreed to be done is past its day.");
    assertThat(said("representation-city", "M10", MeetingMeasures::heard))
        .isEqualTo(
            "No item is due yet on which practices have to hear what came of it. Nothing that was agreed to be done is past its day.");
    assertThat(MeetingMeasures.heard(but("M10", "{\"medianDays\":0}")))
        .contains(" Half of the time it was on the day of the meeting.");
    assertThat(MeetingMeasures.heard(but("M10", "{\"overdueActions\":2,\"notYetDue\":1}")))
        .contains(" 1 more is not due yet.")
        .endsWith("2 things that were agreed to be done are past their day.");
  }

  @Test
  void empty_seats_are_named_and_what_cannot_be_told_is_none_of_them() throws IOException {
    assertThat(said("representation", "M11", MeetingMeasures::seats))
        .isEqualTo(
            "2 of 5 seats of general practice are empty: Second GP seat at Place board (nobody is named for it) and GP member at Digital board (nobody came to the last 3 meetings). Of 1 more nobody can tell yet: too little is recorded.");
    assertThat(said("representation-city", "M11", MeetingMeasures::seats))
        .isEqualTo("No seat of general practice is written down at any meeting.");
  }

  @Test
  void hours_are_said_of_all_together_and_attendances_without_hours_are_no_zero()
      throws IOException {
    assertThat(said("representation", "M12", MeetingMeasures::time))
        .isEqualTo(
            "In the last 28 days meetings took 9 hours 15 minutes a week of 6 people together. For 2 of 6 it is more than their roles give them time for. Of 1 nobody knows what time they are given. For 3 attendances no hours are known, and they are not counted.");
    assertThat(said("representation-city", "M12", MeetingMeasures::time))
        .isEqualTo(
            "Of the last 28 days no hours in meetings are known of anybody. For 2 attendances no hours are known, and they are not counted.");
    assertThat(
            MeetingMeasures.time(
                but(
                    "M12",
                    "{\"numerator\":60,\"denominator\":1,\"unknown\":0,\"overFunded\":0,\"withoutSessions\":0}")))
        .isEqualTo(
            "In the last 28 days meetings took 1 hour a week of 1 person. For 0 of 1 it is more than their roles give them time for.");
    assertThat(
            MeetingMeasures.time(but("M12", "{\"numerator\":0,\"denominator\":5,\"unknown\":8}")))
        .as("five people were there, and nobody wrote how long it took")
        .isEqualTo(
            "Of the last 28 days no hours in meetings are known of anybody. For 8 attendances no hours are known, and they are not counted.");
  }

  @Test
  void partners_without_anybody_who_keeps_in_touch_are_named() throws IOException {
    assertThat(
            said(
                "representation",
                "M15",
                measure -> MeetingMeasures.partners(measure, code -> code)))
        .isEqualTo(
            "Somebody of general practice keeps in touch, outside of meetings, with 2 of 3 partner organisations that were at meetings of the last year. Nobody does with Marlshire County Council.");
  }

  @Test
  void where_a_measure_is_withheld_or_not_there_nothing_is_said() throws IOException {
    assertThat(all("representation"))
        .containsExactly(
            "Who goes",
            "Seats",
            "Agreed before",
            "What practices hear",
            "Partners there",
            "Time it takes");
    assertThat(all("representation-outsider")).isEmpty();
    assertThat(all("representation-empty")).isEmpty();
  }
}
