package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Registry.Entry;
import uk.onevoice.web.api.Registry.Membership;
import uk.onevoice.web.api.Registry.Organisation;
import uk.onevoice.web.api.Registry.Said;
import uk.onevoice.web.api.Registry.Successor;

/** What an organisation's page says of it today, and of how it came so. */
class OrganisationViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Membership PCN =
      new Membership("a1", "WYVN0001", "Marl North PCN", "PCN_CORE", TODAY.minusYears(3), null);
  private static final Membership BEFORE =
      new Membership(
          "a2", "WYVN0002", "Marl South PCN", "PCN_CORE", TODAY.minusYears(6), TODAY.minusYears(3));
  private static final Membership PLACE =
      new Membership("a3", "p1", "Marl Valley", "PLACE", TODAY.minusYears(2), null);

  private static Organisation practice(
      @Nullable LocalDate end, @Nullable Boolean listed, List<Membership> memberships) {
    return new Organisation(
        "WYVP0002",
        "WYVP0002",
        "Otterbrook Surgery",
        List.of("PRACTICE"),
        null,
        LocalDate.of(2001, 4, 1),
        end,
        "ACTIVE",
        null,
        listed,
        memberships,
        List.of(entry(null, "OrganisationReopened", said(null, null, false))));
  }

  private static Entry entry(@Nullable LocalDate on, String type, Said said) {
    return new Entry(on, Instant.parse("2026-11-20T09:12:00Z"), type, said);
  }

  private static Said said(
      @Nullable String on, @Nullable List<Successor> successors, boolean undone) {
    return new Said(on, null, null, null, null, null, null, successors, false, undone);
  }

  @Test
  void what_happened_is_said_in_words_and_days_of_the_reader() {
    assertThat(
            OrganisationView.happened(
                entry(
                    TODAY,
                    "OdsRecordAccepted",
                    new Said(
                        "RELEASE",
                        "Otterbrook Surgery",
                        "WV1 1AA",
                        LocalDate.of(2001, 4, 1),
                        LocalDate.of(2026, 4, 1),
                        "INACTIVE",
                        null,
                        null,
                        false,
                        false))))
        .isEqualTo(
            "National record changed: Otterbrook Surgery, WV1 1AA, opened 1 April 2001, last day 31 March 2026");
    assertThat(
            OrganisationView.happened(
                entry(
                    TODAY,
                    "OrganisationSucceeded",
                    said(
                        "FROM",
                        List.of(
                            new Successor("S1Y5D", "Long Name ICB"), new Successor("QXX", null)),
                        false))))
        .isEqualTo("Followed by Long Name ICB (S1Y5D) and QXX");
    assertThat(
            OrganisationView.happened(
                entry(TODAY, "OrganisationSucceeded", said("FROM", List.of(), false))))
        .isEqualTo("Not followed by another after all");
  }

  @Test
  void a_closing_stands_at_the_last_day_and_says_if_it_was_taken_back() {
    Organisation closed =
        new Organisation(
            "WYVP0002",
            "WYVP0002",
            "Otterbrook Surgery",
            List.of("PRACTICE"),
            null,
            null,
            TODAY,
            "INACTIVE",
            null,
            false,
            List.of(),
            List.of(entry(TODAY, "OrganisationClosed", said("FIRST_DAY_AFTER", null, true))));

    assertThat(OrganisationView.of(closed, TODAY).history())
        .extracting(OrganisationView.Happening::day, OrganisationView.Happening::what)
        .containsExactly(
            tuple(
                "22 November 2026",
                "Closed: this was the last day. The file that said so was taken back"));
  }

  private static String sentence(
      @Nullable LocalDate end, @Nullable Boolean listed, Membership... memberships) {
    return OrganisationView.of(practice(end, listed, List.of(memberships)), TODAY).sentence();
  }

  @Test
  void it_is_said_whom_it_belongs_to_today() {
    assertThat(sentence(null, true, BEFORE, PCN, PLACE))
        .isEqualTo("Otterbrook Surgery is in the PCN Marl North PCN and in the place Marl Valley.");
    assertThat(sentence(null, true, BEFORE))
        .isEqualTo("Otterbrook Surgery is known here; nothing says whom it belongs to.");
  }

  @Test
  void a_closed_one_is_named_with_its_last_day_which_is_the_day_before_its_end() {
    assertThat(sentence(TODAY, true, PCN))
        .isEqualTo("Otterbrook Surgery closed on 22 November 2026.");
    assertThat(sentence(TODAY.plusDays(1), true, PCN)).startsWith("Otterbrook Surgery is in");
  }

  @Test
  void a_practice_that_is_not_listed_counts_nowhere() {
    assertThat(sentence(null, false, PCN)).endsWith("so it counts in no figure.");
  }

  @Test
  void the_time_line_is_newest_first_and_what_has_no_day_comes_last() {
    OrganisationView view = OrganisationView.of(practice(null, true, List.of(BEFORE, PCN)), TODAY);

    assertThat(view.belongs())
        .extracting(OrganisationView.Belonging::until)
        .containsExactly("Goes on");
    assertThat(view.belonged())
        .extracting(OrganisationView.Belonging::until)
        .containsExactly("22 November 2023");
    assertThat(view.history())
        .extracting(OrganisationView.Happening::day)
        .containsExactly("23 November 2023", "22 November 2023", "23 November 2020", "No date");
  }
}
