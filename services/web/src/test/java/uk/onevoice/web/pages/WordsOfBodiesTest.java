package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.web.api.Ambitions;
import uk.onevoice.web.api.Issues;
import uk.onevoice.web.api.Outside;
import uk.onevoice.web.api.Schemes;

/** What bodies say, decide, promise and review, in sentences made of what the API answers. */
class WordsOfBodiesTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private static ObjectNode recorded(String name) throws IOException {
    return (ObjectNode)
        JSON.readTree(WordsOfBodiesTest.class.getResourceAsStream("/api/" + name + ".json"));
  }

  private static PositionView discussion(String status) throws IOException {
    return PositionView.of(
        JSON.treeToValue(recorded("discussion").put("status", status), Issues.Discussion.class),
        code -> code);
  }

  @Test
  void a_position_is_one_sentence_of_what_the_body_is_for_and_against() throws IOException {
    assertThat(discussion("AGREED").sentence())
        .isEqualTo(
            "WYVF0001 is for “The federation of each place”, is, with a condition, for “Each network for itself”"
                + " and is neither for nor against “The hospital trust”.");
    assertThat(PositionView.sentence("The LMC", List.of()))
        .isEqualTo("The LMC has said nothing yet.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRIVATE | Version 3, private: it is being discussed since 2 November 2026 and not agreed. An earlier version is public meanwhile. | true | false",
        "AGREED | Version 3, agreed and not public yet. An earlier version is public meanwhile. | true | true",
        "PUBLIC | Version 3, public. | false | false",
        "WITHDRAWN | Withdrawn. | false | false"
      })
  void a_position_says_where_it_stands_and_only_what_is_agreed_can_be_published(
      String status, String standing, boolean open, boolean publish) throws IOException {
    PositionView view = discussion(status);
    assertThat(view.standing()).isEqualTo(standing);
    assertThat(view.inside().open()).isEqualTo(open);
    assertThat(view.inside().publish()).isEqualTo(publish);
  }

  @Test
  void words_that_are_no_longer_kept_say_so_and_the_public_have_nothing_of_the_discussion()
      throws IOException {
    assertThat(discussion("AGREED").inside().dissents().get(1).words())
        .isEqualTo("Words that are no longer kept");
    PositionView everybody =
        PositionView.of(JSON.treeToValue(recorded("position"), Issues.Public.class), code -> code);
    assertThat(everybody.inside()).isNull();
    assertThat(everybody.agreed())
        .isEqualTo("Agreed by WYVF0001 (Federation lead, 20 September 2026).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LEADERSHIP_GROUP | The leadership group decides this",
        "PCN | Each network (PCN) decides this for its practices",
        "FEDERATION | The federation decides this",
        "LMC | The LMC decides this",
        "EACH_PRACTICE | Each practice decides this for itself"
      })
  void who_decides_is_said_with_the_reason(String decides, String who) throws IOException {
    Schemes.Classification one =
        JSON.treeToValue(
            recorded("classification").put("decides", decides), Schemes.Classification.class);
    assertThat(SchemeView.decided(one))
        .isEqualTo(
            who
                + ", because it is about shared services: “The federation runs them and answers for what they cost.”");
    Schemes.Classification older =
        JSON.treeToValue(
            recorded("classification").put("outdated", true).putNull("why"),
            Schemes.Classification.class);
    assertThat(SchemeView.decided(older))
        .isEqualTo(
            "The federation decides this, because it is about shared services. Who decides what has changed since;"
                + " say again which class it is.");
  }

  private static AgreementView agreement(ObjectNode json) throws IOException {
    return AgreementView.of(JSON.treeToValue(json, Ambitions.Agreement.class), code -> code, TODAY);
  }

  @Test
  void an_agreement_tells_the_level_and_what_each_side_has_kept() throws IOException {
    AgreementView signed = agreement(recorded("agreement"));
    assertThat(signed.sentence())
        .isEqualTo(
            "WYVP0002 has signed at level 3, “changes how it works with others”, on 20 April 2026.");
    assertThat(signed.balance())
        .isEqualTo(
            "The practice acted on 1 of 2 asks; the federation kept 0 of 2 promises. In 1 case the day has passed and nobody has said what became of it.");
    assertThat(signed.asks().get(1).state())
        .isEqualTo("The day has passed and nobody has said what became of it.");
    assertThat(signed.promises().getFirst().state())
        .isEqualTo("It did not come, said on 2 July 2026.");
    assertThat(signed.promises().getFirst().yes()).isTrue();
    assertThat(signed.promises().getFirst().no()).isFalse();

    AgreementView offered = agreement(recorded("agreement").put("state", "OFFERED"));
    assertThat(offered.sentence())
        .isEqualTo(
            "WYVF0001 offers WYVP0002 level 2, “joins in where it suits”, since 1 April 2026."
                + " The practice has not signed yet; the level is its own choice.");
    AgreementView ended =
        agreement(recorded("agreement").put("state", "ENDED").put("endedOn", "2026-11-01"));
    assertThat(ended.sentence())
        .isEqualTo("This agreement of WYVP0002 with WYVF0001 ended on 1 November 2026.");
    assertThat(ended.over()).isTrue();
    assertThat(ended.reviewDue()).isFalse();
  }

  @Test
  void a_change_outside_says_which_mandates_have_to_be_looked_at_again() throws IOException {
    Outside.Change change = JSON.treeToValue(recorded("external-change"), Outside.Change.class);
    OutsideView view =
        OutsideView.of(
            change, Map.of("0192f0c0-aaaa-7000-8000-000000000001", "Community services"), Map.of());
    assertThat(view.sentence())
        .isEqualTo("A contract that is to hold from 1 April 2027, on community services.");
    assertThat(view.rest()).isEqualTo("It touches 2 mandates; 1 is still to be reviewed.");
    assertThat(view.reviews().getFirst().outcome()).isEmpty();
    assertThat(view.reviews().getFirst().mandate()).isEqualTo("Mandate on community services");
    assertThat(view.reviews().get(1).outcome())
        .isEqualTo("Its terms have to change, said on 20 November 2026.");
    assertThat(OutsideView.sentence(List.of(change), false))
        .isEqualTo("1 review of mandates is still to be settled.");
  }

  @ParameterizedTest
  @CsvSource({"1, 'practice,answer'", "2, 'WYVP0001,yes'", "3, ''", "0, ''"})
  void a_row_of_a_list_is_shown_by_the_number_that_a_spreadsheet_gives_it(int row, String text) {
    assertThat(AnswerFile.row("practice,answer\n\nWYVP0001,yes\n", row)).isEqualTo(text);
  }

  @Test
  void a_row_over_several_lines_is_not_shown_for_another() {
    assertThat(AnswerFile.row("practice,words\nWYVP0001,\"a\nb\"\nWYVP0002,c", 3)).isEmpty();
  }

  @Test
  void a_file_is_read_as_whoever_wrote_it_meant(
      @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws IOException {
    java.nio.file.Path file = folder.resolve("answers.csv");
    java.nio.file.Files.writeString(file, "\uFEFFpractice,words\nA,café");
    assertThat(AnswerFile.read(file)).isEqualTo("practice,words\nA,café");
    java.nio.file.Files.write(file, "A,café".getBytes("windows-1252"));
    assertThat(AnswerFile.read(file)).isEqualTo("A,café");
  }
}
