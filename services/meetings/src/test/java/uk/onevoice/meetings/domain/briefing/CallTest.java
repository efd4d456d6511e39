package uk.onevoice.meetings.domain.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.meetings.domain.briefing.BriefingTest.BEFORE;
import static uk.onevoice.meetings.domain.briefing.BriefingTest.DAY;
import static uk.onevoice.meetings.domain.briefing.BriefingTest.ITEM;
import static uk.onevoice.meetings.domain.briefing.BriefingTest.MEETING;
import static uk.onevoice.meetings.domain.briefing.BriefingTest.OPENS;
import static uk.onevoice.meetings.domain.briefing.BriefingTest.OTHER;
import static uk.onevoice.meetings.domain.briefing.BriefingTest.TRUST;
import static uk.onevoice.meetings.domain.briefing.BriefingTest.after;
import static uk.onevoice.meetings.domain.briefing.BriefingTest.talk;
import static uk.onevoice.meetings.domain.briefing.BriefingTest.uuid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.BriefItemWritten;
import uk.onevoice.meetings.domain.briefing.BriefingEvent.PartnerExpected;
import uk.onevoice.meetings.domain.briefing.Call.Contact;

class CallTest {
  private static final OrganisationId COUNCIL = new OrganisationId("WYVC0001");
  private static final OrganisationId ICB = new OrganisationId("WYVICB01");
  private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);
  private static final BriefItemWritten ASKED =
      new BriefItemWritten(MEETING, ITEM, null, new WordsRef(uuid(20)));
  private static final BriefItemWritten ASKED_TOO =
      new BriefItemWritten(MEETING, OTHER, null, new WordsRef(uuid(21)));

  @Test
  void who_was_spoken_to_longest_ago_is_rung_first_and_who_never_was_before_all() {
    assertThat(
            calls(
                Map.of(
                    TRUST, new Contact(SPRING.plusDays(1), 1),
                    COUNCIL, new Contact(SPRING, 1),
                    ICB, new Contact(null, 1)),
                ASKED,
                comes(TRUST, 1),
                comes(COUNCIL, 2),
                comes(ICB, 3)))
        .containsExactly(
            new Call(ICB, null, List.of(ITEM)),
            new Call(COUNCIL, SPRING, List.of(ITEM)),
            new Call(TRUST, SPRING.plusDays(1), List.of(ITEM)));
  }

  @Test
  void with_equals_who_has_more_to_settle_comes_first_then_the_code_decides() {
    var same = new Contact(SPRING, 2);
    assertThat(
            calls(
                Map.of(TRUST, same, COUNCIL, same, ICB, same),
                ASKED,
                ASKED_TOO,
                comes(ICB, 1, ITEM),
                comes(TRUST, 2),
                comes(COUNCIL, 3, OTHER)))
        .extracting(Call::organisationId)
        .containsExactly(TRUST, COUNCIL, ICB);
  }

  @Test
  void nobody_is_rung_with_whom_nobody_keeps_in_touch() {
    assertThat(calls(Map.of(), ASKED, comes(TRUST, 1))).isEmpty();
    assertThat(calls(Map.of(TRUST, new Contact(SPRING, 0)), ASKED, comes(TRUST, 1))).isEmpty();
  }

  @Test
  void nobody_is_rung_about_an_item_without_an_ask_or_for_which_they_do_not_come() {
    var known = Map.of(TRUST, new Contact(SPRING, 1));
    assertThat(calls(known, comes(TRUST, 1))).isEmpty();
    assertThat(
            calls(
                known,
                new BriefItemWritten(MEETING, ITEM, new WordsRef(uuid(9)), null),
                comes(TRUST, 1)))
        .isEmpty();
    assertThat(calls(known, ASKED, comes(TRUST, 1, OTHER))).isEmpty();
    assertThat(calls(known, ASKED)).as("not in the room").isEmpty();
  }

  @Test
  void who_agreed_beforehand_is_not_rung_about_that_again() {
    var known = Map.of(TRUST, new Contact(SPRING, 1), COUNCIL, new Contact(SPRING, 1));
    var id = new PreAlignmentId(uuid(30));
    assertThat(
            calls(
                known,
                ASKED,
                comes(TRUST, 1),
                comes(COUNCIL, 2),
                talk(id, DAY.minusDays(3), true, BEFORE)))
        .extracting(Call::organisationId)
        .containsExactly(COUNCIL);
    assertThat(calls(known, ASKED, comes(TRUST, 1), talk(id, DAY.minusDays(3), false, BEFORE)))
        .hasSize(1);
  }

  private static List<Call> calls(Map<OrganisationId, Contact> contacts, BriefingEvent... events) {
    return Call.first(after(events), List.of(ITEM, OTHER), contacts, OPENS, DAY);
  }

  private static PartnerExpected comes(OrganisationId who, int n, ItemId... items) {
    return new PartnerExpected(
        MEETING, new ExpectedId(uuid(n)), who, null, new ArrayList<>(List.of(items)));
  }
}
