package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/**
 * What a leader keeps on purpose, hands over, and who is the one to turn to; without JavaScript.
 */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class KeptFormsTest {
  private static final String SLOT = "/v1/relationships/slots/" + Answers.HELD_SLOT;

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private Page page;

  @BeforeEach
  void a_leader() {
    api.reset();
    Answers.nadia(api);
    page = Browser.plain(360);
  }

  @Test
  void the_week_says_whom_to_ring_and_what_waits() {
    opens("/week");
    assertThat(page.locator(".nhsuk-task-list"))
        .containsText("Ring Dr Sunita Pellow, Medical director");
    assertThat(page.locator(".nhsuk-task-list")).containsText("Say whether you go on with");
    assertThat(page.locator(".nhsuk-task-list"))
        .containsText("Ask about the promise of Wyvern and Marl Hospitals");
    assertThat(page.locator(".nhsuk-task-list")).containsText("Letters say who orders each test.");
    assertThat(page.locator(".ov-say").first())
        .containsText(
            "Nobody has spoken with Dr Sunita Pellow, Medical director since 21 September 2026.");
    assertThat(page.locator("main"))
        .containsText(
            "4 of your 5 slots are filled. In 2 of 4 relationships both sides have spoken in the"
                + " last 60 days.");
    assertThat(page.locator(".ov-slot--due")).containsText("Spoke 21 September 2026, 9 weeks ago");
    assertThat(page.locator(".ov-slot--empty").first()).containsText("Empty slot: nobody yet");
  }

  @Test
  void one_more_is_kept_and_the_slots_of_the_place_are_set() {
    String kept = "POST /v1/relationships/slots/0192f0c0-dddd-7000-8000-000000000008/key";
    String kinds = "POST " + KeptAnswers.LIST + "/kinds";
    api.answer(kept, 204, "");
    api.answer(kinds, 204, "");
    opens("/key-lists/" + Answers.MARL_VALLEY);
    Browser.press(page, "Keep it");
    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Choose which relationship you want to keep");
    page.locator("select[name=slot]").selectOption("0192f0c0-dddd-7000-8000-000000000008");
    Browser.press(page, "Keep it");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("It is on your list");
    assertThat(api.requests(kept).getFirst().body())
        .isEqualTo("{\"everyDays\":null,\"reason\":null}");

    page.getByText("Which slots each leader of the place should fill").click();
    page.getByLabel("Council, public health").uncheck();
    Browser.press(page, "Save the slots");
    assertThat(api.requests(kinds).getFirst().body())
        .isEqualTo("{\"kinds\":[\"ICB\",\"ACUTE\",\"COMMUNITY\",\"COUNCIL_ADULT_CARE\"]}");
  }

  @Test
  void the_next_talk_is_planned_and_the_rhythm_set() {
    api.answer("POST " + SLOT + "/key/next-contact", 204, "");
    api.answer("POST " + SLOT + "/key/rhythm", 204, "");
    api.answer("POST " + SLOT + "/key/end", 204, "");
    String key = "/key-lists/" + Answers.MARL_VALLEY + "/" + Answers.HELD_SLOT;
    opens(key);
    page.locator("[name='on[day]']").fill("4");
    page.locator("[name='on[month]']").fill("12");
    page.locator("[name='on[year]']").fill("2026");
    Browser.press(page, "Plan the talk");
    assertThat(api.requests("POST " + SLOT + "/key/next-contact").getFirst().body())
        .isEqualTo("{\"on\":\"2026-12-04\"}");

    goesTo(key);
    page.locator("[name=everyDays]").fill("often");
    Browser.press(page, "Save the days");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Write a number of days");
    page.locator("[name=everyDays]").fill("30");
    Browser.press(page, "Save the days");
    assertThat(api.requests("POST " + SLOT + "/key/rhythm").getFirst().body())
        .isEqualTo("{\"everyDays\":30}");

    goesTo(key);
    page.getByText("Put it first, or take it off the list").click();
    Browser.press(page, "Take it off the list");
    assertThat(api.requests("POST " + SLOT + "/key/end")).hasSize(1);
  }

  @Test
  void a_relationship_is_handed_over() {
    String handovers = "POST " + KeptAnswers.HANDOVERS;
    api.answer(handovers, 201, "{\"handoverId\":\"" + KeptAnswers.OWN_HANDOVER + "\"}");
    String offers = handovers + "/" + KeptAnswers.OWN_HANDOVER + "/offers";
    api.answer(offers, 204, "");
    opens("/handovers/new/" + Answers.HELD_SLOT);
    Browser.press(page, "Hand it over");
    assertThat(api.requests(handovers).getFirst().body())
        .isEqualTo(
            "{\"slotId\":\"%s\",\"relationshipId\":\"%s\"}"
                .formatted(Answers.HELD_SLOT, KeptAnswers.OWN_HANDOVER));
    Browser.press(page, "Ask them");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Write the name");
    page.locator("[name=name]").fill("Tallant");
    Browser.press(page, "Ask them");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose who of them it is");
    String chosen = page.locator("[name=person]").first().inputValue();
    page.locator("[name=person]").first().check();
    Browser.press(page, "Ask them");
    assertThat(api.requests(offers).getFirst().body())
        .isEqualTo(
            "{\"successorId\":\"%s\",\"actingFor\":\"%s\"}"
                .formatted((Object[]) chosen.split("/")));
    assertThat(api.requests("")).noneMatch(request -> request.path().contains("Tallant"));
  }

  @Test
  void a_successor_goes_on_and_an_author_lets_them_read() {
    String handover = KeptAnswers.HANDOVERS + "/" + KeptAnswers.HANDOVER;
    api.answer("POST " + handover + "/acceptance", 204, "");
    api.answer("POST " + handover + "/opinion-consents", 204, "");
    opens("/handovers/" + KeptAnswers.HANDOVER);
    assertThat(page.locator("main")).containsText("This person can ask to read this.");
    assertThat(page.locator("main")).containsText("Shorter waits come first for her.");
    assertThat(page.locator("main"))
        .containsText("They promised: Letters say who orders each test, by 30 October 2026.");
    Browser.press(page, "Let the successor read it");
    assertThat(api.requests("POST " + handover + "/opinion-consents").getFirst().body())
        .isEqualTo("{\"assessmentRef\":\"" + KeptAnswers.OPINION + "\"}");
    Browser.press(page, "I go on with it");
    assertThat(api.requests("POST " + handover + "/acceptance")).hasSize(1);
  }

  @Test
  void somebody_is_named_to_turn_to() {
    String focal = "POST " + SLOT + "/focal-point";
    api.answer(focal, 204, "");
    api.answer(focal + "/withdrawal", 204, "");
    opens("/focal-points/" + Answers.MARL_VALLEY);
    assertThat(page.locator("main"))
        .containsText("1 organisation has nobody of general practice to turn to.");
    page.locator("select[name=who]").last().selectOption(Answers.HELD_SLOT + "/nobody");
    page.locator("form[action$=named] button").last().click();
    assertThat(api.requests(focal + "/withdrawal")).hasSize(1);
    page.locator("select[name=who]")
        .last()
        .selectOption(Answers.HELD_SLOT + "/" + KeptAnswers.OWN_HANDOVER);
    page.locator("form[action$=named] button").last().click();
    assertThat(api.requests(focal).getLast().body())
        .isEqualTo("{\"relationshipId\":\"" + KeptAnswers.OWN_HANDOVER + "\"}");
  }

  private void opens(String path) {
    Browser.opens(page, origin, path, "nadia.velloso");
  }

  private void goesTo(String path) {
    page.navigate(Browser.at(origin, path));
  }
}
