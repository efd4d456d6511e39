package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.Agreeing.Listing;
import uk.onevoice.web.api.Agreeing.MayAgree;
import uk.onevoice.web.api.Mandates.Holder;
import uk.onevoice.web.api.Mandates.Limit;
import uk.onevoice.web.pages.WhoCanAgreeView.Card;

/** Who waits for a yes reads whose it is, for how many and until when. */
class WhoCanAgreeViewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private static MayAgree item(
      boolean contested,
      boolean toConfirm,
      @Nullable Integer practices,
      @Nullable LocalDate countedOn,
      @Nullable List<Limit> limits) {
    return new MayAgree(
        "m",
        "p",
        "community-services",
        null,
        List.of(),
        "WYVF0001",
        "Medical director",
        List.of(new Holder("WYVN0001", "PCN_CLINICAL_DIRECTOR", "Clinical director")),
        LocalDate.of(2027, 3, 31),
        contested,
        toConfirm,
        practices,
        practices == null ? null : 45,
        practices == null ? null : 341_200L,
        practices == null ? null : 81,
        countedOn,
        limits);
  }

  private static WhoCanAgreeView view(MayAgree... items) {
    return WhoCanAgreeView.of(
        new Listing(TODAY, List.of(items), null), false, code -> code + "!", _ -> "Marl Valley");
  }

  @Test
  void a_card_says_topic_role_body_how_many_and_until_when() {
    Card card = view(item(false, false, 38, TODAY, null)).cards().getFirst();

    assertThat(card.topic()).isEqualTo("Community services");
    assertThat(card.who()).isEqualTo("Medical director");
    assertThat(card.holder()).isEqualTo("WYVF0001!");
    assertThat(card.place()).isEqualTo("Marl Valley");
    assertThat(card.bound())
        .isEqualTo("For 38 of 45 practices, which look after 341,200 patients (81%).");
    assertThat(card.until()).isEqualTo("Until 31 March 2027");
    assertThat(card.where()).isEqualTo("In every meeting on this topic");
    assertThat(card.standIns()).isEqualTo("If they are away: Clinical director, WYVN0001!.");
    assertThat(card.warnings()).isEmpty();
    assertThat(card.limits()).isNull();
  }

  @Test
  void numbers_of_another_day_say_so_and_none_yet_too() {
    assertThat(view(item(false, false, 38, MONDAY, null)).cards().getFirst().bound())
        .endsWith("(81%). Counted on 23 November 2026.");
    assertThat(view(item(false, false, null, null, null)).cards().getFirst().bound())
        .isEqualTo("For how many practices is told from next Monday.");
  }

  @Test
  void what_is_contested_or_not_confirmed_is_said_on_the_card() {
    assertThat(view(item(true, true, 38, TODAY, null)).cards().getFirst().warnings())
        .satisfiesExactly(
            contested -> assertThat(contested).startsWith("More than one body can agree this"),
            toConfirm -> assertThat(toConfirm).startsWith("The NHS area has changed"));
  }

  @Test
  void general_practice_reads_the_limits_in_three_lists_and_erased_words_as_such() {
    Limits limits =
        view(item(
                false,
                false,
                38,
                TODAY,
                List.of(
                    new Limit("1", "MAY_AGREE", "Start dates"),
                    new Limit("2", "MUST_REFER", "Money"),
                    new Limit("3", "MUST_NOT", null))))
            .cards()
            .getFirst()
            .limits();

    assertThat(limits)
        .isEqualTo(
            new Limits(
                List.of("Start dates"),
                List.of("Money"),
                List.of("Words that are no longer kept")));
  }

  @Test
  void nobody_is_said_in_words_and_a_page_among_several_does_not_count() {
    assertThat(view().sentence()).startsWith("Nobody can say yes for general practice");
    assertThat(view(item(false, false, 38, TODAY, null)).sentence())
        .isEqualTo("For 1 topic somebody can say yes for practices.");
    assertThat(WhoCanAgreeView.sentence(List.of(item(false, false, 38, TODAY, null)), false, true))
        .isEqualTo("These can say yes for practices. There are more on other pages.");
    assertThat(WhoCanAgreeView.sentence(List.of(), true, false)).isEqualTo("There are no more.");
  }
}
