package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Representation;
import uk.onevoice.web.api.Representation.Measure;
import uk.onevoice.web.pages.MeetingMeasures.Passage;
import uk.onevoice.web.ui.Grid;

/** Each sentence about relationships has its whole beside its part, and says what nobody knows. */
class RelationshipMeasuresTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static Map<String, Measure> recorded(String name) throws IOException {
    return JSON.readValue(
            RelationshipMeasuresTest.class.getResourceAsStream("/api/" + name + ".json"),
            Representation.class)
        .measures();
  }

  /** A recorded measure in which some numbers are others. */
  private static Measure but(String number, String changes) throws IOException {
    ObjectNode whole =
        (ObjectNode)
            JSON.readTree(
                RelationshipMeasuresTest.class.getResourceAsStream("/api/representation.json"));
    ObjectNode measure = (ObjectNode) whole.path("measures").path(number);
    measure.setAll((ObjectNode) JSON.readTree(changes));
    return JSON.treeToValue(measure, Measure.class);
  }

  private static List<Passage> passages(String file) throws IOException {
    return RelationshipMeasures.passages(recorded(file), code -> code, id -> "Dr Nadia Velloso");
  }

  @Test
  void a_leader_reads_how_relationships_are_kept_with_the_numbers_behind() throws IOException {
    assertThat(passages("representation"))
        .containsExactly(
            new Passage(
                "M3",
                "How strong",
                "2 of 5 key relationships are strong: in the last year at least two of three things were seen (we could ring them, they led us on to others, they stood by us in meetings), and they can make things happen. 1 is known and is not strong. Of 2 nobody knows."),
            new Passage(
                "M4",
                "Last talk",
                "With 2 of 5 key relationships both sides spoke in the last 60 days. With 1 no talk was ever written down. Where there was one, it is 48 days ago in the middle case."),
            new Passage(
                "M5",
                "On one person",
                "2 of 3 key relationships that are kept up hang on one person. If the person went on whom most depends, 1 of 3 would still be kept up. Alone hold: Dr Nadia Velloso (2)."),
            new Passage(
                "M13",
                "Promises",
                "We kept 7 of 9 promises that were due in the last year. Of 1 nobody has said. Fewer than 5 of theirs were due: too few to say something."),
            new Passage(
                "M16",
                "Joint groups",
                "1 of 2 joint groups has the people, the mandate and the leadership group it needs, and nothing past its day. With Marl Community Health: 3 people, where it takes 4 to 6, clinicians and managers of both sides, no mandate in force behind our half and 1 issue past the day to put it right."));
    assertThat(RelationshipMeasures.tables(recorded("representation")))
        .extracting(Grid::caption)
        .containsExactly("How strong key relationships are", "When both sides last spoke");
    assertThat(RelationshipMeasures.tables(recorded("representation")).getFirst().rows())
        .contains(List.of(new Grid.Cell("Not known"), new Grid.Cell("2")));
  }

  @Test
  void where_there_is_nothing_nothing_is_made_of_it() throws IOException {
    assertThat(passages("representation-empty"))
        .containsExactly(
            new Passage(
                "M13",
                "Promises",
                "Fewer than 5 promises of either side were due in the last year: too few to say something."),
            new Passage("M16", "Joint groups", "There is no joint group with a partner."));
    assertThat(RelationshipMeasures.tables(recorded("representation-empty"))).isEmpty();
  }

  @Test
  void what_is_withheld_is_not_spoken_of() throws IOException {
    assertThat(passages("representation-outsider")).isEmpty();
    assertThat(RelationshipMeasures.tables(recorded("representation-outsider"))).isEmpty();
  }

  @Test
  void who_sees_counts_alone_is_told_of_nobody() throws IOException {
    assertThat(
            RelationshipMeasures.onePerson(
                but("M5", "{\"largestLoad\":null,\"coveredAfterLoss\":null,\"holders\":null}"),
                id -> id))
        .isEqualTo("2 of 3 key relationships that are kept up hang on one person.");
    assertThat(
            RelationshipMeasures.onePerson(
                but("M5", "{\"numerator\":0,\"denominator\":0,\"holders\":[]}"), id -> id))
        .isEqualTo("No key relationship has a talk in the last 90 days, so none hangs on anybody.");
    assertThat(
            RelationshipMeasures.onePerson(
                but("M5", "{\"numerator\":1,\"denominator\":1,\"holders\":[]}"), id -> id))
        .startsWith("1 of 1 key relationship that is kept up hangs on one person.");
  }

  @Test
  void both_sides_stand_beside_each_other() throws IOException {
    assertThat(
            RelationshipMeasures.promises(
                but(
                    "M13",
                    "{\"promises\":[{\"side\":\"OURS\",\"due\":null,\"kept\":null,\"notSaid\":null},{\"side\":\"THEIRS\",\"due\":6,\"kept\":6,\"notSaid\":0}]}")))
        .isEqualTo(
            "Fewer than 5 promises of ours were due in the last year: too few to say something. They kept 6 of 6 promises to us that were due in the last year.");
  }
}
