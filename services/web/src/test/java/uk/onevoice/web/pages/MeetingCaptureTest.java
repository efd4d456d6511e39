package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.MeetingRecords.OfItem;
import uk.onevoice.web.ui.Form;

/** What a form about a whole meeting sends, and what it leaves alone. */
class MeetingCaptureTest {
  private static final String NEW = "i1 - - - - -";
  private static final String DONE = "i2 FOR CHANGED VOTED NO -";

  private final MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();

  private MeetingCapture sent() {
    typed.putSingle("recordId", "r");
    return capture(false, Form.sent(typed));
  }

  private static MeetingCapture capture(boolean amends, Form form) {
    return MeetingCapture.of(form, "me", amends);
  }

  private OfItem only() {
    var items = sent().record().items();
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  @Test
  void two_taps_are_a_record_and_say_how_it_was_decided_by_the_rule_of_the_form() {
    typed.add("item", NEW);
    typed.add("h-i1", "CONDITIONAL");
    typed.add("o-i1", "PARTLY");
    OfItem row = only();
    assertThat(row.position()).isEqualTo("CONDITIONAL");
    assertThat(row.reach()).isNull();
    assertThat(row.outcome()).isEqualTo("AGREED");
    assertThat(row.influence()).isEqualTo("PARTLY");
  }

  @Test
  void put_off_is_no_influence_and_what_was_not_for_us_is_noted() {
    typed.add("item", NEW);
    typed.add("h-i1", "SPOKE");
    typed.add("o-i1", "DEFERRED");
    OfItem row = only();
    assertThat(row.reach()).isEqualTo("SPOKE");
    assertThat(row.outcome()).isEqualTo("DEFERRED");
    assertThat(row.influence()).isNull();

    typed.putSingle("o-i1", "NOT_RELEVANT");
    assertThat(only().outcome()).isEqualTo("NOTED");
    typed.putSingle("x-i1-k", "VOTED");
    assertThat(only().outcome()).isEqualTo("VOTED");
  }

  @Test
  void what_was_not_touched_is_not_sent() {
    typed.add("item", DONE);
    typed.add("item", NEW);
    typed.add("h-i2", "FOR");
    typed.add("o-i2", "CHANGED");
    typed.add("x-i2-k", "VOTED");
    typed.add("x-i2-c", "NO");
    typed.add("h-i1", "PRESENT");
    OfItem row = only();
    assertThat(row.itemId()).isEqualTo("i1");
    assertThat(row.outcome()).isNull();
  }

  @Test
  void another_influence_leaves_the_outcome_that_is_stored() {
    typed.add("item", DONE);
    typed.add("h-i2", "FOR");
    typed.add("o-i2", "NONE");
    typed.add("x-i2-k", "VOTED");
    OfItem row = only();
    assertThat(row.influence()).isEqualTo("NONE");
    assertThat(row.outcome()).isNull();
    assertThat(row.position()).isNull();
  }

  @Test
  void evidence_goes_with_the_influence_it_is_for() {
    typed.add("item", DONE);
    typed.add("o-i2", "CHANGED");
    typed.add("x-i2-e", "Minute 4");
    OfItem row = only();
    assertThat(row.influence()).isEqualTo("CHANGED");
    assertThat(row.evidence()).isEqualTo("Minute 4");

    typed.putSingle("item", NEW);
    typed.add("x-i1-e", "Minute 5");
    Form form = Form.sent(typed);
    capture(false, form);
    assertThat(form.error("o-i1")).contains("Choose what came out");
  }

  @Test
  void what_was_put_off_was_not_decided() {
    typed.add("item", NEW);
    typed.add("o-i1", "DEFERRED");
    typed.add("x-i1-k", "VOTED");
    Form form = Form.sent(typed);
    capture(false, form);
    assertThat(form.error("x-i1-k")).contains("choose one of the two");
  }

  @Test
  void an_action_needs_its_item_its_owner_and_its_day() {
    typed.add("item", NEW);
    typed.add("aWhat-2", "Letters say who orders each test");
    Form form = Form.sent(typed);
    capture(false, form);
    assertThat(form.error("aItem-2")).isNotNull();
    assertThat(form.error("aOwner-2")).isNotNull();
    assertThat(form.error("aDue-2")).isNotNull();

    typed.add("aItem-2", "i1");
    typed.add("aOwner-2", "WYVT0001");
    typed.add("aDue-2[day]", "31");
    typed.add("aDue-2[month]", "12");
    typed.add("aDue-2[year]", "2026");
    var action = only().actions().getFirst();
    assertThat(action.ownerId()).isEqualTo("WYVT0001");
    assertThat(action.due()).isEqualTo(LocalDate.of(2026, 12, 31));
  }

  @Test
  void own_attendance_is_sent_when_it_is_another_than_stored() {
    typed.add("wasOwn", "PRESENT DELEGATE m1");
    typed.add("kind", "PRESENT");
    typed.add("capacity", "DELEGATE");
    typed.add("mandate", "m1");
    typed.add("item", NEW);
    typed.add("h-i1", "PRESENT");
    assertThat(sent().record().attendances()).isNull();

    typed.putSingle("mandate", "");
    var own = sent().record().attendances().getFirst();
    assertThat(own.personId()).isEqualTo("me");
    assertThat(own.mandateId()).isNull();
  }

  @Test
  void an_empty_form_is_no_record_and_a_closed_one_needs_a_reason() {
    typed.add("item", DONE);
    Form empty = Form.sent(typed);
    capture(false, empty);
    assertThat(empty.error("record")).isNotNull();

    typed.add("o-i2", "NONE");
    Form unexplained = Form.sent(typed);
    capture(true, unexplained);
    assertThat(unexplained.error("reason")).isEqualTo("Write why the record changes");
  }

  @Test
  void a_refusal_of_a_row_is_shown_at_its_question() {
    typed.add("item", DONE);
    typed.add("item", NEW);
    typed.add("h-i1", "PRESENT");
    assertThat(sent().fields()).containsEntry("items/0/influence", "o-i1");
  }
}
