package uk.onevoice.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.stack.ServiceUnderTest;

/** What members of both sides do in a joint group, without JavaScript. */
@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = @ResourceArg(name = "log", value = "web"))
@WithTestResource(WebSettings.class)
class JointGroupFormsTest {
  private static final String HERE = JointGroupAnswers.HERE;
  private static final String PAGE = "/joint-groups/" + JointGroupAnswers.GROUP;

  @TestHTTPResource URI origin;

  private final FakeApi api = FakeApi.running();
  private Page page;

  @BeforeEach
  void a_reader() {
    api.reset();
    Answers.nadia(api);
    page = Browser.plain(360);
  }

  private void opens(String path, String who) {
    Browser.opens(page, origin, path, who);
  }

  @Test
  void an_issue_has_an_owner_on_each_side() {
    String issues = "POST " + HERE + "/issues";
    api.answer(issues, 201, "{\"issueId\":\"i\"}", "X-Position", "relationships:1:80");
    opens(PAGE, "nadia.velloso");
    page.getByText("Raise an issue").first().click();
    Browser.press(page, "Raise the issue");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Write what goes wrong");
    assertThat(page.locator(".nhsuk-error-summary"))
        .containsText("Choose who sees to it at the partner");
    assertThat(api.requests(issues)).isEmpty();

    page.getByLabel("What is it about?").first().selectOption("OTHER");
    page.getByLabel("What goes wrong?").fill("No car park for clinics");
    page.getByLabel("Who sees to it in general practice?")
        .selectOption("0192f0c0-7b7b-7000-8000-000000000001");
    page.getByLabel("Who sees to it at the partner?")
        .selectOption("0192f0c0-7b7b-7000-8000-000000000003");
    page.locator("#issueDue-day").fill("18");
    page.locator("#issueDue-month").fill("12");
    page.locator("#issueDue-year").fill("2026");
    Browser.press(page, "Raise the issue");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("The issue is written down. Both sides see it.");
    assertThat(api.requests(issues).getFirst().body())
        .isEqualTo(
            "{\"kind\":\"OTHER\",\"what\":\"No car park for clinics\",\"due\":\"2026-12-18\","
                + "\"gpOwnerSeatId\":\"0192f0c0-7b7b-7000-8000-000000000001\","
                + "\"partnerOwnerSeatId\":\"0192f0c0-7b7b-7000-8000-000000000003\"}");
    assertThat(api.requests(issues).getFirst().header("If-Match")).contains("\"30\"");
  }

  @Test
  void a_partner_signs_and_sees_nothing_that_general_practice_keeps_for_itself() {
    JointGroupAnswers.partner(api);
    api.answer("POST " + HERE + "/rationale/signatures", 204, "");
    opens("/ics", "colm.ashgrove");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("My week")).click();
    page.getByText("Hospital and GP joint group: 2 issues are open, 1 of them late.").click();
    assertThat(page.locator("h1")).hasText("Hospital and GP joint group");
    assertThat(page.locator("main")).not().containsText("Exposed");
    assertThat(page.locator("main")).not().containsText("keeps for itself");
    assertThat(page.getByText("Dissolve the group today")).hasCount(0);
    Browser.press(page, "Sign for your side");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("Your side has signed.");
    assertThat(api.requests("POST " + HERE + "/rationale/signatures").getFirst().body())
        .isEqualTo("{\"version\":2}");
  }

  @Test
  void an_issue_is_answered_and_put_right_on_its_page() {
    String issue = HERE + "/issues/" + JointGroupAnswers.LATE_ISSUE;
    api.answer("POST " + issue + "/answers", 204, "", "X-Position", "relationships:1:81");
    api.answer("POST " + issue + "/resolution", 204, "", "X-Position", "relationships:1:82");
    opens(PAGE, "nadia.velloso");
    page.getByText("Letters ask practices for tests and do not say who pays.").click();
    assertThat(page.locator("main")).containsText("The other side answered after 4 days.");
    Browser.press(page, "Answer");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Write what you say to it");
    page.locator("#answer").fill("We have looked at the template");
    Browser.press(page, "Answer");
    assertThat(page.locator(".nhsuk-notification-banner--success")).containsText("It is saved.");
    page.locator("#how").fill("The template says it now");
    Browser.press(page, "It is put right");
    assertThat(api.requests("POST " + issue + "/resolution").getFirst().body())
        .isEqualTo("{\"how\":\"The template says it now\"}");
  }

  @Test
  void somebody_is_seated_from_who_holds_a_role_there() {
    String seats = "POST " + HERE + "/seats";
    api.answer(seats, 201, "{\"seatId\":\"s\"}", "X-Position", "relationships:1:83");
    opens(PAGE + "/seat", "nadia.velloso");
    page.getByLabel("For which organisation do they sit?").selectOption("WYVT0001");
    Browser.press(page, "Show who holds a role there");
    page.getByLabel("Who sits?").selectOption(Answers.PERSON);
    page.getByLabel("A clinician").check();
    Browser.press(page, "Seat them");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("It is saved who sits there.");
    assertThat(api.requests(seats).getFirst().body())
        .isEqualTo(
            "{\"personId\":\"%s\",\"organisationId\":\"WYVT0001\",\"nature\":\"CLINICAL\"}"
                .formatted(Answers.PERSON));
  }

  @Test
  void the_page_of_an_organisation_says_what_is_done_together_and_where_one_meets() {
    opens("/organisations/WYVT0001", "nadia.velloso");
    assertThat(page.locator("main")).containsText("Hospital and GP joint group");
    assertThat(page.locator("main"))
        .containsText("Joint group. 2 issues are open, 1 of them late.");
    assertThat(page.getByRole(AriaRole.LINK, exactly("Community services in Marl Valley")))
        .hasAttribute("href", "/opportunities/" + Answers.OPPORTUNITY);
    assertThat(page.getByRole(AriaRole.LINK, exactly("Marl Valley place board")))
        .hasAttribute("href", "/meetings/" + Answers.MEETING);
    assertThat(page.locator("main")).containsText("2 meetings, the latest on 24 November 2026");
    assertThat(page.locator("main")).containsText("Urgent and emergency care board");
    assertThat(page.locator("#promises")).hasCount(0);
  }

  @Test
  void a_partner_reads_on_the_page_of_their_organisation_what_is_theirs() {
    JointGroupAnswers.partner(api);
    opens("/organisations/WYVT0001", "colm.ashgrove");
    assertThat(page.getByRole(AriaRole.LINK, exactly("Hospital and GP joint group"))).hasCount(1);
    assertThat(page.getByRole(AriaRole.LINK, exactly("Marl Valley place board"))).hasCount(1);
    assertThat(page.locator("main")).containsText("1 meeting, the latest on 27 October 2026");
    assertThat(page.locator("#promises + ul > li"))
        .containsText(
            new String[] {
              "General practice promised: Ten letters as an example",
              "Your organisation promised: Letters say who orders each test",
              "Kept on 30 September 2026"
            });
    assertThat(page.locator("#promises + ul .ov-flag"))
        .containsText("Late: it was due on 30 October 2026");
    assertThat(page.locator("main")).not().containsText("Community services in Marl Valley");
    assertThat(page.locator("main")).not().containsText("Key relationship");
    assertThat(api.requests("GET /v1/meetings/with")).isEmpty();
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void members_of_the_partner_seat_their_own_side_and_say_what_they_are_called() {
    JointGroupAnswers.partner(api);
    String seats = "POST " + HERE + "/seats";
    String own = HERE + "/seats/" + JointGroupAnswers.PARTNER_SEAT;
    api.answer(seats, 201, "{\"seatId\":\"s\"}");
    api.answer("POST " + own + "/name", 204, "");
    api.answer("POST " + own + "/leaving", 204, "");
    api.answer(
        "GET /v1/organisations/WYVT0001/role-holders",
        200,
        Answers.file("role-holders").replace("\"active\": false", "\"active\": true"));
    opens(PAGE, "colm.ashgrove");
    // The registry shows Martin; whom it shows to nobody is called as who seated them says.
    assertThat(page.locator("#seats").locator("xpath=../following-sibling::table[1]"))
        .containsText("Wren Halloway");
    assertThat(page.locator("main")).containsText("Martin Oakensea");
    assertThat(page.locator("main")).not().containsText("M. Oakensea");
    assertThat(page.getByText("Never sat")).hasCount(2);

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Seat somebody")).click();
    assertThat(page.getByLabel("For which organisation do they sit?")).hasCount(0);
    page.getByLabel("Who sits?").selectOption("role-0192f0c0-0000-7000-8000-000000000041");
    page.getByLabel("What are they called? (optional)").fill("Dee Marchbank");
    page.getByLabel("Management").check();
    Browser.press(page, "Seat them");
    assertThat(api.requests(seats).getFirst().body())
        .isEqualTo(
            "{\"roleHoldingId\":\"0192f0c0-0000-7000-8000-000000000041\","
                + "\"organisationId\":\"WYVT0001\",\"nature\":\"MANAGERIAL\","
                + "\"name\":\"Dee Marchbank\"}");

    page.getByText("Say what they are called").last().click();
    page.getByLabel("What are they called?").fill("");
    Browser.press(page, "Save what they are called");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Write what they are called");
    page.getByLabel("What are they called?").fill("Martin Oakensea");
    Browser.press(page, "Save what they are called");
    assertThat(api.requests("POST " + own + "/name").getFirst().body())
        .isEqualTo("{\"name\":\"Martin Oakensea\"}");
    page.getByText("Leaves today").last().click();
    assertThat(page.locator("h1")).hasText("Hospital and GP joint group");
    assertThat(api.requests("POST " + own + "/leaving")).hasSize(1);
  }

  @Test
  void what_general_practice_keeps_for_itself_has_a_version_of_its_own() {
    String notes = "POST " + HERE + "/general-practice/notes";
    api.answer(notes, 201, "{\"noteId\":\"n\"}", "X-Position", "relationships:1:84");
    opens(PAGE + "/general-practice", "nadia.velloso");
    assertThat(page.locator("main"))
        .containsText("Exposed: the mandate that is cited has not been in force since");
    assertThat(page.locator("main")).containsText("this person can ask to read this");
    page.locator("#note").fill("Money first");
    Browser.press(page, "Keep the note");
    assertThat(page.locator(".nhsuk-notification-banner--success"))
        .containsText("Only members of general practice see it.");
    assertThat(api.requests(notes).getFirst().header("If-Match")).contains("\"3\"");
  }

  @Test
  void work_and_actions_are_reported_and_groups_are_formed() {
    String work = HERE + "/workstreams/" + JointGroupAnswers.WORK + "/reports";
    String action = HERE + "/actions/" + JointGroupAnswers.ACTION + "/settlement";
    String form = "POST " + JointGroupAnswers.PATH;
    api.answer("POST " + work, 204, "", "X-Position", "relationships:1:85");
    api.answer("POST " + action, 204, "", "X-Position", "relationships:1:86");
    api.answer(
        form,
        201,
        "{\"groupId\":\"" + JointGroupAnswers.GROUP + "\"}",
        "X-Position",
        "relationships:1:87");
    opens(PAGE + "/workstreams/" + JointGroupAnswers.WORK, "nadia.velloso");
    page.getByLabel("Stuck").check();
    Browser.press(page, "Save how it stands");
    assertThat(api.requests("POST " + work).getFirst().body()).isEqualTo("{\"state\":\"STUCK\"}");

    page.navigate(
        origin
            .resolve(PAGE + "/actions/" + JointGroupAnswers.ACTION)
            .toString()
            .replace("127.0.0.1", "localhost"));
    Browser.press(page, "It is done");
    assertThat(api.requests("POST " + action).getFirst().body()).isEqualTo("{\"done\":true}");

    page.navigate(
        origin
            .resolve("/joint-groups/new/" + Answers.MARL_VALLEY)
            .toString()
            .replace("127.0.0.1", "localhost"));
    Browser.press(page, "Form the group");
    assertThat(page.locator(".nhsuk-error-summary")).containsText("Choose the partner");
    page.getByLabel("With which partner?").selectOption("WYVT0001");
    page.getByLabel("What is it called?").fill("Letters group");
    Browser.press(page, "Form the group");
    assertThat(page.locator("h1")).hasText("Hospital and GP joint group");
    assertThat(api.requests(form).getLast().body())
        .contains("\"organisationId\":\"WYVT0001\",\"name\":\"Letters group\"");
  }
}
