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

/** What bodies say, who decides, what was agreed with practices: written without JavaScript. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class PositionFormsTest {
  private static final String POSITIONS = "POST /v1/positions";
  private static final String POSITION = POSITIONS + "/" + Answers.POSITION;
  private static final String AGREEMENT = "POST /v1/ambition-agreements/" + Answers.AGREEMENT + "/";

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    page = Browser.plain(360);
  }

  private void opens(String path, String user) {
    Browser.opens(page, origin, path, user);
  }

  private void goesTo(String path) {
    page.navigate(Browser.at(origin, path));
  }

  private void day(String field, String day, String month, String year) {
    page.locator("#" + field + "-day").fill(day);
    page.locator("#" + field + "-month").fill(month);
    page.locator("#" + field + "-year").fill(year);
  }

  private void accepts(String methodAndPath) {
    api.answer(methodAndPath, 204, "", "ETag", "\"9\"", "X-Position", "mandates:7:1234");
  }

  private String sent(String methodAndPath) {
    return api.requests(methodAndPath).getLast().body();
  }

  private void says(String notice) {
    assertThat(page.locator(".nhsuk-notification-banner--success")).containsText(notice);
  }

  /** Answers yes or no to one of the things that were asked or promised. */
  private void tells(String what, boolean yes) {
    page.locator(".ov-item:has-text('" + what + "') button[value=" + yes + "]").click();
  }

  private void unfolds(String summary) {
    page.locator(".nhsuk-details__summary-text:text-is('" + summary + "')").click();
  }

  @Test
  void a_leader_finds_from_the_place_what_bodies_say_and_where_two_contradict_each_other() {
    Answers.nadia(api);
    opens("/places/" + Answers.MARL_VALLEY, "nadia.velloso");
    page.getByText("What bodies here say on questions").click();
    assertThat(page.locator("#alert-1"))
        .containsText(
            "Two bodies contradict each other since 2 October 2026. On “Who should employ the pharmacists"
                + " that practices share?”, to “The hospital trust”: Marl Valley GP Federation says “Against”"
                + " and Marl North PCN says “For”.");
    assertThat(page.locator("main"))
        .containsText("Agreed, not public; an earlier version is public");
    page.getByText("See what everybody sees").click();
    assertThat(page.locator("main")).not().containsText("Being discussed");
    page.locator("a[rel=next]").click();
    assertThat(api.requests("GET /v1/positions?").getLast().path())
        .endsWith("&placeId=" + Answers.MARL_VALLEY + "&after=abc");
    assertThat(page.url()).contains("seen=public&after=abc");
  }

  @Test
  void a_position_is_proposed_for_a_body_when_it_is_said_who_decides_the_question() {
    String scheme = "/v1/delegation-schemes/" + Answers.MARL_VALLEY;
    String decided = "GET " + scheme + "/classifications/" + Answers.QUESTION;
    Answers.nadia(api);
    api.hide(decided);
    opens("/positions/new/" + Answers.MARL_VALLEY, "nadia.velloso");
    page.getByText("Who should employ the pharmacists").click();
    assertThat(page.locator("main")).containsText("it is said first who decides a question");
    Answers.get(api, decided.replace("GET ", ""), "classification");
    accepts("POST " + scheme + "/classifications");
    page.getByText("Say who decides it").click();
    Browser.press(page, "Save who decides");
    assertThat(page.locator("#issueClass-error")).containsText("Choose what the question is about");
    assertThat(page.locator("#issue")).hasValue(Answers.QUESTION);
    page.getByLabel("Shared services").check();
    Browser.press(page, "Save who decides");
    says("It is saved who decides this question.");
    assertThat(page.locator("#result"))
        .hasText(
            "On “Who should employ the pharmacists that practices share?”: The federation decides this, because it is"
                + " about shared services: “The federation runs them and answers for what they cost.”");
    assertThat(sent("POST " + scheme + "/classifications"))
        .isEqualTo("{\"issueId\":\"" + Answers.QUESTION + "\",\"issueClass\":\"shared-services\"}");

    goesTo("/positions/new/" + Answers.MARL_VALLEY + "?question=" + Answers.QUESTION);
    Browser.press(page, "Save it as private");
    assertThat(page.locator("#body-error")).containsText("Choose for which body");
    assertThat(page.locator("#stances-error")).containsText("Say at least to one option");
    page.getByLabel("Marl Valley GP Federation").check();
    page.getByLabel("The federation of each place").selectOption("For");
    Answers.problem(
        api, POSITIONS, 409, "position-already-proposed", "The body has a position already.");
    Browser.press(page, "Save it as private");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("has a position already");
    assertThat(page.getByLabel("The federation of each place")).hasValue("FOR");
    api.answer(POSITIONS, 201, "{\"positionId\":\"" + Answers.POSITION + "\"}");
    Browser.press(page, "Save it as private");
    says("It is written down as private.");
    assertThat(sent(POSITIONS))
        .isEqualTo(
            "{\"placeId\":\"%s\",\"bodyId\":\"WYVF0001\",\"issueId\":\"%s\",\"stances\":[{\"optionId\":\"%s\",\"stance\":\"FOR\"}]}"
                .formatted(Answers.MARL_VALLEY, Answers.QUESTION, Answers.FIRST_OPTION));
    assertThat(Browser.sidewaysScroll(page)).isZero();
  }

  @Test
  void a_position_is_agreed_published_said_otherwise_and_withdrawn_by_who_speaks_for_the_body() {
    Answers.nadia(api);
    opens("/positions/" + Answers.POSITION, "nadia.velloso");
    assertThat(page.locator("#decides")).containsText("The federation decides this");
    assertThat(page.locator("main")).containsText("We employ our own pharmacist");
    assertThat(page.locator("#alert-1")).containsText("See what Marl North PCN says");
    assertThat(page.locator("#alert-1")).not().containsText("See what Marl Valley");
    Browser.press(page, "This body agrees");
    assertThat(page.locator("#body-error")).containsText("Choose which body agrees");
    accepts(POSITION + "/agreements");
    page.getByLabel("Marl Valley GP leadership group").check();
    Browser.press(page, "This body agrees");
    says("It is saved that the body agrees.");
    assertThat(sent(POSITION + "/agreements")).isEqualTo("{\"bodyId\":\"" + Answers.GROUP + "\"}");
    assertThat(api.requests(POSITION + "/agreements").getLast().header("if-match"))
        .contains("\"5\"");

    accepts(POSITION + "/publications");
    unfolds("It was published on an earlier day");
    day("publishedOn", "20", "11", "2026");
    Browser.press(page, "Publish it");
    says("It is public now.");
    assertThat(sent(POSITION + "/publications")).isEqualTo("{\"on\":\"2026-11-20\"}");

    accepts(POSITION + "/versions");
    unfolds("Say something else");
    assertThat(page.getByLabel("The hospital trust")).hasValue("NEUTRAL");
    page.getByLabel("The hospital trust").selectOption("Says nothing");
    page.getByLabel("Each network for itself").selectOption("Against");
    Browser.press(page, "Save the new version");
    says("The new version is private.");
    assertThat(sent(POSITION + "/versions"))
        .contains("\"stance\":\"FOR\"", "\"stance\":\"AGAINST\"")
        .doesNotContain("NEUTRAL");

    accepts(POSITION + "/withdrawals");
    unfolds("Withdraw it");
    Browser.press(page, "Withdraw it now");
    says("It is withdrawn.");
    assertThat(sent(POSITION + "/withdrawals")).isEqualTo("{}");
    assertThat(Browser.sidewaysScroll(page)).isZero();
  }

  @Test
  void a_practice_says_that_it_does_not_agree_and_nobody_outside_learns_of_it() {
    Answers.femi(api);
    accepts(POSITION + "/dissents");
    accepts(POSITION + "/comments");
    opens("/positions/" + Answers.POSITION, "femi.larkspur");
    assertThat(page.getByText("Publish it")).hasCount(0);
    assertThat(page.getByText("This body agrees")).hasCount(0);
    unfolds("We do not agree");
    Browser.press(page, "Save that we do not agree");
    assertThat(page.locator("#dissent-error")).containsText("Write what you do not agree with");
    page.locator("#dissent").fill("Not for our list");
    Browser.press(page, "Save that we do not agree");
    says("Only general practice of the place sees them.");
    assertThat(sent(POSITION + "/dissents")).isEqualTo("{\"words\":\"Not for our list\"}");
    unfolds("Comment on it");
    page.locator("#comment").fill("Name the hours");
    Browser.press(page, "Save the comment");
    assertThat(sent(POSITION + "/comments")).isEqualTo("{\"words\":\"Name the hours\"}");

    Answers.icbLead(api);
    goesTo("/positions/" + Answers.POSITION);
    assertThat(page.locator("#standing"))
        .hasText(
            "Public since 1 October 2026. It took the place of what the body had said before.");
    assertThat(page.locator("main")).not().containsText("We employ our own pharmacist");
    assertThat(page.locator("main")).not().containsText("does not agree");
    assertThat(page.locator("main form")).hasCount(0);
  }

  @Test
  void a_question_is_put_with_its_options_and_gets_another_one() {
    Answers.nadia(api);
    opens("/questions/new/WYVICB01", "nadia.velloso");
    page.locator("#options").fill("Yes\n\n");
    Browser.press(page, "Put the question");
    assertThat(page.locator("#topic-error")).containsText("Choose a topic");
    assertThat(page.locator("#question-error")).containsText("Write the question");
    assertThat(page.locator("#options-error")).containsText("Write at least two options");
    page.getByLabel("What about?").selectOption("Community services");
    page.getByLabel("The question").fill("Shall we?");
    page.locator("#options").fill("Yes\nNo");
    api.answer("POST /v1/issues", 201, "{\"issueId\":\"" + Answers.QUESTION + "\"}");
    Browser.press(page, "Put the question");
    says("The question is there.");
    assertThat(sent("POST /v1/issues"))
        .isEqualTo(
            "{\"icsId\":\"WYVICB01\",\"topicId\":\""
                + Answers.TOPIC
                + "\",\"question\":\"Shall we?\",\"options\":[\"Yes\",\"No\"]}");
    String options = "POST /v1/issues/" + Answers.QUESTION + "/options";
    api.answer(options, 201, "{}");
    unfolds("Add an option");
    page.getByLabel("The option").fill("Later");
    Browser.press(page, "Add the option");
    says("The option is added.");
    assertThat(sent(options)).isEqualTo("{\"option\":\"Later\"}");
  }

  @Test
  void who_decides_what_is_adopted_row_by_row_beginning_with_what_holds() {
    Answers.nadia(api);
    opens("/schemes/" + Answers.MARL_VALLEY, "nadia.velloso");
    assertThat(page.locator("main")).containsText("Version 2, adopted by");
    assertThat(page.locator("#classified ~ table")).containsText("which is no longer the newest");
    page.getByText("Change who decides what").click();
    page.locator("#name-4").fill("Estates");
    page.locator("#name-3").fill("");
    Browser.press(page, "Adopt it");
    assertThat(page.locator("#name-3-error")).containsText("Write what the questions are about");
    assertThat(page.locator("#why-4-error")).containsText("Write why");
    page.locator("#decides-3").selectOption("");
    page.locator("#decides-4").selectOption("The LMC");
    page.locator("#why-4").fill("It knows the law");
    page.getByLabel("Marl Valley GP leadership group").check();
    api.answer("POST /v1/delegation-schemes", 201, "{\"version\":3}");
    Browser.press(page, "Adopt it");
    says("It is saved who decides what.");
    assertThat(sent("POST /v1/delegation-schemes"))
        .contains("\"adoptedBy\":\"" + Answers.GROUP + "\"")
        .contains("{\"name\":\"Estates\",\"decides\":\"LMC\",\"why\":\"It knows the law\"}")
        .doesNotContain("EACH_PRACTICE");
  }

  @Test
  void a_practice_signs_at_its_own_level_and_says_whether_promises_were_kept() {
    Answers.femi(api);
    opens("/organisations/WYVP0002", "femi.larkspur");
    page.getByText("Our agreement with the federation").click();
    page.locator("main table a").first().click();
    assertThat(page.locator("main"))
        .containsText(
            "The practice acted on 1 of 2 asks; the federation kept 0 of 2 promises. In 1 case the day has passed and nobody has said what became of it.");
    assertThat(page.locator("#review")).hasText("A review is due since 1 October 2026.");
    accepts(AGREEMENT + "signatures");
    page.getByLabel("4 – Works as one across sites").check();
    Browser.press(page, "Sign at this level");
    says("Your practice has signed.");
    assertThat(sent(AGREEMENT + "signatures")).isEqualTo("{\"level\":4}");

    String promise = AGREEMENT + "promises/0192f0c0-a7a7-7000-8000-000000000002/deliveries";
    accepts(promise);
    tells("Cover for the training day", true);
    says("It is saved whether the promise was kept.");
    assertThat(sent(promise)).isEqualTo("{\"delivered\":true}");

    String change = AGREEMENT + "changes/0192f0c0-a5a5-7000-8000-000000000001/results";
    accepts(change);
    tells("Shared home visiting", false);
    assertThat(sent(change)).isEqualTo("{\"result\":\"STOPPED\"}");

    api.answer(AGREEMENT + "changes", 201, "{}");
    unfolds("Take part in a change");
    page.getByLabel("In what do you take part?").fill("Shared wound care");
    Browser.press(page, "Take part");
    assertThat(sent(AGREEMENT + "changes")).isEqualTo("{\"programme\":\"Shared wound care\"}");
    assertThat(page.getByText("They acted")).hasCount(0);
  }

  @Test
  void a_federation_offers_asks_promises_follows_through_and_reviews() {
    Answers.nadia(api);
    opens("/agreements/new/WYVF0001", "nadia.velloso");
    page.locator("#what-1").fill("A pharmacist");
    Browser.press(page, "Offer the agreement");
    assertThat(page.locator("#practice-error")).containsText("Choose a practice");
    assertThat(page.locator("#level-error")).containsText("Choose a level");
    assertThat(page.locator("#due-1-error")).containsText("Write by which day it comes");
    page.getByLabel("With which practice?").selectOption("Otterbrook Surgery");
    page.getByLabel("2 – Joins in where it suits").check();
    day("reviewOn", "1", "4", "2027");
    day("due-1", "1", "2", "2027");
    api.answer(
        "POST /v1/ambition-agreements", 201, "{\"agreementId\":\"" + Answers.AGREEMENT + "\"}");
    Browser.press(page, "Offer the agreement");
    says("The agreement is offered.");
    assertThat(sent("POST /v1/ambition-agreements"))
        .isEqualTo(
            "{\"federationId\":\"WYVF0001\",\"practiceId\":\"WYVP0002\",\"level\":2,\"promises\":"
                + "[{\"what\":\"A pharmacist\",\"due\":\"2027-02-01\"}],\"reviewOn\":\"2027-04-01\"}");

    api.answer(AGREEMENT + "asks", 201, "{}");
    unfolds("Ask something of the practice");
    page.locator("#ask").fill("Send the rota");
    Browser.press(page, "Ask the practice");
    assertThat(page.locator("#askDue-error")).containsText("Write by which day");
    day("askDue", "1", "2", "2027");
    Browser.press(page, "Ask the practice");
    says("The practice is asked.");
    assertThat(sent(AGREEMENT + "asks"))
        .isEqualTo("{\"what\":\"Send the rota\",\"due\":\"2027-02-01\"}");

    String ask = AGREEMENT + "asks/0192f0c0-a6a6-7000-8000-000000000001/follow-through";
    accepts(ask);
    tells("Send the list of carers", false);
    assertThat(sent(ask)).isEqualTo("{\"acted\":false}");

    api.answer(AGREEMENT + "promises", 201, "{}");
    unfolds("Promise the practice something");
    page.locator("#promise").fill("A room");
    day("promiseDue", "1", "3", "2027");
    Browser.press(page, "Promise it");
    says("The promise is written down.");

    accepts(AGREEMENT + "reviews");
    unfolds("Write down a review");
    day("nextReview", "1", "10", "2027");
    Browser.press(page, "Save the review");
    assertThat(sent(AGREEMENT + "reviews")).isEqualTo("{\"nextReviewOn\":\"2027-10-01\"}");

    accepts(AGREEMENT + "endings");
    unfolds("End this agreement");
    Browser.press(page, "End the agreement");
    says("The agreement is ended.");
    assertThat(page.getByText("It came", new Page.GetByTextOptions().setExact(true))).hasCount(0);
  }

  @Test
  void what_changed_outside_is_written_down_and_each_mandate_it_touches_is_settled() {
    Answers.nadia(api);
    opens("/changes/new/WYVICB01", "nadia.velloso");
    Browser.press(page, "Write it down");
    for (String field : java.util.List.of("kind", "what", "topic", "from")) {
      assertThat(page.locator("#" + field + "-error")).isVisible();
    }
    page.getByLabel("A law").check();
    page.getByLabel("What changes?").fill("A new law on lists");
    page.locator("input[name=topic]").first().check();
    day("from", "1", "4", "2027");
    api.answer(
        "POST /v1/external-changes",
        201,
        "{\"externalChangeId\":\"" + Answers.CHANGE_OUTSIDE + "\"}");
    Browser.press(page, "Write it down");
    says("The mandates that it touches are to be reviewed.");
    assertThat(sent("POST /v1/external-changes"))
        .isEqualTo(
            "{\"icsId\":\"WYVICB01\",\"kind\":\"LAW\",\"what\":\"A new law on lists\",\"topicIds\":[\""
                + Answers.TOPIC
                + "\"],\"from\":\"2027-04-01\"}");
    assertThat(page.locator("main"))
        .containsText("It touches 2 mandates; 1 is still to be reviewed.");

    String settled =
        "POST /v1/external-changes/"
            + Answers.CHANGE_OUTSIDE
            + "/reviews/"
            + Answers.WHOLE_MANDATE
            + "/settlements";
    accepts(settled);
    page.locator("summary:has-text('Say what follows')").first().click();
    page.locator("button:text-is('Save what follows')").first().click();
    assertThat(page.locator("#outcome-" + Answers.WHOLE_MANDATE + "-error"))
        .containsText("Choose what follows");
    page.getByLabel("It stands as it is").first().check();
    page.locator("button:text-is('Save what follows')").first().click();
    says("It is saved what follows for the mandate.");
    assertThat(sent(settled)).isEqualTo("{\"outcome\":\"STANDS\"}");
  }

  @Test
  void a_practice_tells_the_holder_of_a_mandate_and_the_holder_answers() {
    String feedback = "POST /v1/mandates/" + Answers.WHOLE_MANDATE + "/feedback";
    Answers.femi(api);
    accepts(feedback);
    opens("/mandates/" + Answers.WHOLE_MANDATE + "/feedback", "femi.larkspur");
    assertThat(page.locator("main")).containsText("From now on you get them five days before.");
    Browser.press(page, "Say it");
    assertThat(page.locator("#words-error")).containsText("Write what you want to say");
    page.locator("#words").fill("Thank you");
    Browser.press(page, "Say it");
    says("Your words are saved.");
    assertThat(sent(feedback)).isEqualTo("{\"practiceId\":\"WYVP0002\",\"words\":\"Thank you\"}");

    Answers.nadia(api);
    accepts(feedback + "/answers");
    goesTo("/mandates/" + Answers.WHOLE_MANDATE + "/feedback");
    page.locator("#words").fill("We hear you");
    Browser.press(page, "Say it");
    assertThat(sent(feedback + "/answers")).isEqualTo("{\"words\":\"We hear you\"}");
  }

  /**
   * From the link that a practice is sent to the confirmation: one page, two taps, nothing to type
   * and at most 150 words before the button.
   *
   * <p>This stands for the minute that a practice has. People read about 240 words a minute, so 150
   * take less than 40 seconds; a tap with the thought before it takes 2 to 3; what remains is for
   * two pages to arrive over a slow connection. A stopwatch here would measure the test machine.
   * Who is not signed in signs in first; that is not counted, as it is not part of the answer.
   */
  @Test
  void a_practice_answers_from_its_link_with_two_taps_on_one_page_of_few_words() {
    String responses = "POST /v1/mandates/" + Answers.WHOLE_MANDATE + "/responses";
    Answers.femi(api);
    Answers.get(api, "/v1/mandates/" + Answers.WHOLE_MANDATE, "mandate-silent-partner");
    accepts(responses);
    opens("/places", "femi.larkspur");
    goesTo("/mandates/" + Answers.WHOLE_MANDATE);

    assertThat(page.locator("#answer-box [required]")).hasCount(0);
    assertThat(page.locator("#answer-box .nhsuk-radios__item")).hasCount(3);
    String before =
        (String)
            page.evaluate(
                "[document.querySelector('h1'), ...document.querySelectorAll('h1 ~ p.ov-say, #stage'), document.querySelector('#answer-box')].map(part => part.innerText).join(' ').split('Send our answer')[0]");
    assertThat(before.split("\\s+")).hasSizeLessThanOrEqualTo(150);

    page.getByLabel("Yes", new Page.GetByLabelOptions().setExact(true)).check();
    page.getByText("Send our answer").click();
    says("The answer of your practice is saved.");
    assertThat(api.requests(responses)).hasSize(1);
    assertThat(sent(responses)).isEqualTo("{\"practiceId\":\"WYVP0002\",\"answer\":\"GRANT\"}");
  }
}
