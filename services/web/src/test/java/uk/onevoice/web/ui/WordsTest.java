package uk.onevoice.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Positions;

/** Small words and forms: what every page leans on. */
class WordsTest {
  @Test
  void numbers_days_and_lists_are_written_as_people_write_them() {
    assertThat(Words.number(1_930_400)).isEqualTo("1,930,400");
    assertThat(Words.day(LocalDate.of(2026, 11, 3))).isEqualTo("3 November 2026");
    assertThat(Words.time(Instant.parse("2026-07-01T11:05:00Z")))
        .isEqualTo("12:05pm on 1 July 2026");
    assertThat(Words.time(Instant.parse("2026-11-23T00:42:00Z")))
        .isEqualTo("12:42am on 23 November 2026");
    assertThat(Words.list(List.of("1 ICB", "3 trusts", "1 council")))
        .isEqualTo("1 ICB, 3 trusts and 1 council");
    assertThat(Words.count(0, "practice", "practices")).isEqualTo("no practices");
    assertThat(Words.percent(341_200, 421_300)).isEqualTo("81%");
  }

  @Test
  void a_topic_keeps_its_meaning_as_a_slug() {
    assertThat(Topic.slug("  Community Services! ")).isEqualTo("community-services");
    assertThat(Topic.slug("Café & Crèche")).isEqualTo("cafe-creche");
    assertThat(Topic.slug("!!!")).isEmpty();
    assertThat(Topic.words("community-services")).isEqualTo("community services");
    assertThat(Topic.words("beds-wards", "Beds & wards")).isEqualTo("beds & wards");
    assertThat(Topic.words("nhs-111", "NHS 111")).isEqualTo("NHS 111");
    assertThat(Topic.words("urgent-care", null)).isEqualTo("urgent care");
    assertThat(Topic.nowCalled("nursing", "Community care"))
        .isEqualTo(" (now called Community care)");
    assertThat(Topic.nowCalled("urgent-care", "Urgent care")).isEmpty();
  }

  @Test
  void a_day_that_does_not_exist_is_refused_and_what_was_typed_is_kept() {
    var fields = new MultivaluedHashMap<String, String>();
    fields.putSingle("start[day]", "31");
    fields.putSingle("start[month]", "2");
    fields.putSingle("start[year]", "2027");
    Form form = Form.sent(fields);

    assertThat(form.requiredDay("start", "Write the first day")).isEmpty();
    assertThat(form.error("start"))
        .isEqualTo("This is not a day of the calendar; write it like 31 3 2027");
    assertThat(form.date("start")).containsEntry("day", "31");
    assertThat(form.mistakes())
        .containsExactly(
            new Form.Mistake(
                "This is not a day of the calendar; write it like 31 3 2027", "#start-day"));
  }

  @Test
  void a_form_sent_twice_has_one_key_and_another_form_another() {
    Form form = Form.blank();
    var fields = new MultivaluedHashMap<String, String>();
    fields.putSingle("key", form.key());

    assertThat(Form.sent(fields).key()).isEqualTo(form.key());
    assertThat(Form.blank().key()).isNotEqualTo(form.key());
  }

  @Test
  void positions_keep_the_newest_of_each_partition_and_nothing_else() {
    Positions positions = Positions.of("mandates:7:12.meetings:1:3.evil;path=/");
    positions.add("mandates:7:40");
    positions.add("mandates:7:39, mandates:2:5");

    assertThat(positions.header()).isEqualTo("meetings:1:3,mandates:7:40,mandates:2:5");
    assertThat(Positions.of(positions.cookie()).header()).isEqualTo(positions.header());
  }

  @Test
  void squares_fill_from_the_front_and_never_leave_the_picture() {
    Squares squares = new Squares(2, 14);

    assertThat(squares.squares()).hasSize(14);
    assertThat(squares.squares().stream().filter(Squares.Square::filled)).hasSize(2);
    assertThat(squares.squares())
        .allMatch(
            square -> square.x() + 14 <= squares.width() && square.y() + 14 <= squares.height());
  }
}
