package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Groups.Group;
import uk.onevoice.web.api.Groups.Holder;
import uk.onevoice.web.api.Groups.Interest;
import uk.onevoice.web.api.Groups.Named;
import uk.onevoice.web.api.Groups.Place;
import uk.onevoice.web.api.Groups.Point;
import uk.onevoice.web.api.Groups.Seat;
import uk.onevoice.web.api.Groups.SeatRule;
import uk.onevoice.web.api.Groups.Starter;
import uk.onevoice.web.api.Groups.Step;
import uk.onevoice.web.api.Groups.Summary;
import uk.onevoice.web.api.Groups.Terms;
import uk.onevoice.web.ui.Grid.Cell;

/** What a page says of a leadership group. */
class GroupViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final Terms TERMS = terms(APRIL.plusYears(1));
  private static final Holder OWEN =
      new Holder("h", "p", null, "PCN_CLINICAL_DIRECTOR", "WYVN0002", "Marl Mill PCN", APRIL);

  @Test
  void the_sentence_counts_what_is_vacant() {
    assertThat(GroupView.sentence(group(TERMS, 7, 3, null)))
        .isEqualTo(
            "This group speaks for general practice in Marl Valley. 3 of its 7 seats are vacant.");
    assertThat(GroupView.sentence(group(TERMS, 7, 1, null)))
        .endsWith("1 of its 7 seats is vacant.");
    assertThat(GroupView.sentence(group(TERMS, 7, 0, null)))
        .endsWith("All its 7 seats are filled.");
    assertThat(GroupView.sentence(group(null, 0, 0, null)))
        .endsWith("It has no terms of reference yet, and so no seats.");
    assertThat(GroupView.sentence(group(TERMS, 0, 0, null)))
        .endsWith("Its terms make no seat here.");
    assertThat(GroupView.sentence(group(TERMS, 0, 0, APRIL)))
        .isEqualTo("This group spoke for Marl Valley and has been dissolved.");
  }

  @Test
  void a_group_is_never_called_a_legal_entity() {
    assertThat(GroupView.standing("NO_FEDERATION", null, null))
        .isEqualTo(
            "There is no federation behind it. It is no legal entity: it can agree, but it cannot sign a contract or employ anybody.");
    assertThat(
            GroupView.standing(
                "INSIDE_FEDERATION", new Named("f", "The federation"), new Named("x", "The firm")))
        .isEqualTo("It is part of The federation. It is no legal entity; The firm signs for it.");
  }

  @Test
  void a_vacant_seat_says_why_and_a_filled_one_by_which_role() {
    var rows =
        GroupView.of(
                group(TERMS, 3, 2, null),
                List.of(
                    seat("PCN_CLINICAL_DIRECTOR", "OFFICE", "Marl Mill PCN", OWEN),
                    seat("PCN_CLINICAL_DIRECTOR", "OFFICE", "Marl North PCN", null),
                    seat(null, "NOMINATION", null, null)))
            .seats();
    assertThat(rows.get(0).who()).isEqualTo("PCN clinical director, Marl Mill PCN");
    assertThat(rows.get(0).href()).as("from outside").isNull();
    assertThat(rows.get(1).who()).isEqualTo("Vacant: nobody holds this role");
    assertThat(rows.get(1).vacant()).isTrue();
    assertThat(rows.get(2).seat()).isEqualTo("Open to every role");
    assertThat(rows.get(2).who()).isEqualTo("Vacant: nobody has been put forward");
  }

  @Test
  void who_wants_to_be_seen_is_named_with_the_role() {
    assertThat(GroupWords.holder(named("PCN_CLINICAL_DIRECTOR", "Marl Mill PCN")))
        .isEqualTo("Dr Owen Tallant, PCN clinical director of Marl Mill PCN");
    assertThat(GroupWords.holderInSentence(named("FEDERATION_LEAD", "The federation")))
        .isEqualTo("Dr Owen Tallant, federation lead of The federation");
    assertThat(GroupWords.holder(named("LMC_CHAIR", "Wyvern LMC")))
        .isEqualTo("Dr Owen Tallant, chair of the LMC at Wyvern LMC");
    assertThat(GroupWords.holderInSentence(OWEN)).isEqualTo("PCN clinical director, Marl Mill PCN");
  }

  private static Holder named(String role, String at) {
    return new Holder("h", "p", "Dr Owen Tallant", role, "x", at, APRIL);
  }

  @Test
  void terms_that_were_not_looked_at_again_say_so() {
    assertThat(GroupView.termsSentence(TERMS, TODAY))
        .isEqualTo(
            "Version 2 holds since 1 April 2026. They are to be looked at again by 1 April 2027.");
    assertThat(GroupView.termsSentence(terms(TODAY.minusDays(1)), TODAY))
        .endsWith("They should have been looked at again by 24 November 2026.");
    assertThat(GroupView.termsSentence(terms(null), TODAY))
        .endsWith("No day is set to look at them again.");
    assertThat(GroupView.terms(TERMS))
        .containsExactly(
            "Decides when 4 members are there: all agree after talking.",
            "May chair: anybody, of whatever profession.",
            "For each PCN: 1 seat for PCN clinical director, by office.",
            "We listen.");
  }

  @Test
  void an_interest_leads_to_its_page_for_who_may_change_it() {
    var mine = new Interest("i1", "s", OWEN, "FINANCIAL", null, APRIL, null, "A contract");
    var erased =
        new Interest("i2", "s", null, "PERSONAL", new Named("t", null), APRIL, TODAY, null);
    var rows =
        GroupView.interests("g", List.of(mine, erased), interest -> interest.equals(mine)).rows();
    assertThat(rows.get(0).get(1)).isEqualTo(new Cell("A contract", "/groups/g/interests/i1"));
    assertThat(rows.get(0).get(3)).isEqualTo(new Cell("No organisation"));
    assertThat(rows.get(1).get(0)).isEqualTo(new Cell("A member before"));
    assertThat(rows.get(1).get(1)).isEqualTo(new Cell("Erased"));
    assertThat(rows.get(1).get(3)).isEqualTo(new Cell("t", "/organisations/t"));
    assertThat(rows.get(1).get(4).text()).isEqualTo("since 1 April 2026, until 24 November 2026");
  }

  @Test
  void trust_is_a_trend_and_never_one_round() {
    assertThat(GroupView.trendSentence(List.of())).startsWith("There is nothing to show yet.");
    var before = new Point(APRIL, 2, 3.5);
    assertThat(GroupView.trendSentence(List.of(before)))
        .isEqualTo("Members’ trust in the group is 3.5 of 5.");
    assertThat(GroupView.trendSentence(List.of(before, new Point(TODAY, 3, 4))))
        .isEqualTo("Members’ trust in the group is 4 of 5, more than before.");
    assertThat(GroupView.trendSentence(List.of(before, new Point(TODAY, 3, 3))))
        .endsWith("less than before.");
    assertThat(GroupView.trendSentence(List.of(before, before))).endsWith("the same as before.");
  }

  @Test
  void a_place_names_its_groups_with_their_seats() {
    assertThat(GroupView.inList(new Summary("g", "The group", 7, 3)))
        .isEqualTo("The group, 4 of 7 seats filled");
    assertThat(GroupView.inList(new Summary("g", "The group", 0, 0)))
        .isEqualTo("The group, no seats yet");
  }

  @Test
  void a_place_without_a_group_is_told_how_far_it_is() {
    var done = new Step("FIND_TIME", null, null, null, APRIL);
    var open = new Step("AGREE_PURPOSE", null, null, null, null);
    assertThat(
            StarterPages.sentence(
                new Starter("p", "Tarrow Coast", List.of(), List.of(done, open), true)))
        .isEqualTo(
            "No leadership group speaks for general practice in Tarrow Coast. 1 of 2 steps is done.");
    assertThat(
            StarterPages.sentence(new Starter("p", "Tarrow Coast", List.of("g"), List.of(), true)))
        .isEqualTo("A leadership group speaks for general practice in Tarrow Coast already.");
  }

  private static Terms terms(@Nullable LocalDate review) {
    return new Terms(
        2,
        APRIL,
        List.of(new SeatRule("EVERY_PCN", "PCN_CLINICAL_DIRECTOR", "OFFICE", 1)),
        4,
        "CONSENSUS",
        "ANYONE",
        review,
        "We listen.");
  }

  private static Seat seat(
      @Nullable String role, String filledBy, @Nullable String body, @Nullable Holder holder) {
    return new Seat("s", "EVERY_PCN", role, filledBy, "b", body, holder, null);
  }

  private static Group group(
      @Nullable Terms terms, int seats, int vacant, @Nullable LocalDate end) {
    return new Group(
        "g",
        "The group",
        "WYVICB01",
        List.of(new Place("p", "Marl Valley")),
        "SEPARATE",
        null,
        null,
        APRIL,
        end,
        TODAY,
        null,
        terms,
        seats,
        vacant,
        List.of(),
        null,
        false,
        false);
  }
}
