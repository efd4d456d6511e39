package uk.onevoice.mandates;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import uk.onevoice.testkit.access.AccessContract;
import uk.onevoice.testkit.access.Shown;
import uk.onevoice.testkit.stack.ServiceUnderTest;

@QuarkusTest
@WithTestResource(
    value = ServiceUnderTest.class,
    initArgs = {
      @ResourceArg(name = "log", value = "mandates"),
      @ResourceArg(name = "for", value = "access")
    })
class AccessTest extends AccessContract {
  /** One with limits that practices are asked for. */
  private String whole = "";

  /** One whose holder nobody speaks for, with what a practice told them. */
  private String heard = "";

  AccessTest() {
    super("mandates");
  }

  @Override
  protected Map<String, String> known() {
    String mandate =
        made(
            "FEDERATION_LEAD",
            "/v1/mandates",
            """
            {"placeId":"%s","topicId":"%s","holderId":"%s","holderRole":"Chair",
             "start":"2026-04-01","end":"2028-04-01"}\
            """
                .formatted(PLACE, TOPIC, FEDERATION),
            "mandateId");
    done(
        "PRACTICE_PARTNER",
        "/v1/mandates/" + mandate + "/responses",
        "{\"practiceId\":\"%s\",\"answer\":\"GRANT\"}".formatted(PRACTICE));
    String draft = draft();
    heard = heard();
    whole = draft();
    done("FEDERATION_LEAD", "/v1/mandates/drafts/" + whole + "/opening", "{}");
    String issue =
        made(
            "FEDERATION_LEAD",
            "/v1/issues",
            """
            {"icsId":"%s","topicId":"%s","question":"Who runs it?","options":["We","They"]}\
            """
                .formatted(ICB, TOPIC),
            "issueId");
    String option =
        made(
            "FEDERATION_LEAD",
            "/v1/issues/" + issue + "/options",
            "{\"option\":\"Both\"}",
            "optionId");
    String position =
        made(
            "FEDERATION_LEAD",
            "/v1/positions",
            """
            {"placeId":"%s","bodyId":"%s","issueId":"%s","stances":[{"optionId":"%s","stance":"FOR"}]}\
            """
                .formatted(PLACE, FEDERATION, issue, option),
            "positionId");
    // Who supports the leadership group of the place speaks for it.
    done(
        "LEADERSHIP_GROUP_SUPPORT",
        "/v1/delegation-schemes",
        """
        {"placeId":"%s","adoptedBy":"%s","classes":[{"name":"Estates","decides":"PCN","why":"So"}]}\
        """
            .formatted(PLACE, GROUP));
    done(
        "FEDERATION_LEAD",
        "/v1/delegation-schemes/" + PLACE + "/classifications",
        "{\"issueId\":\"%s\",\"issueClass\":\"estates\"}".formatted(issue));
    String agreement =
        made(
            "FEDERATION_LEAD",
            "/v1/ambition-agreements",
            """
            {"federationId":"%s","practiceId":"%s","level":2,"reviewOn":"2099-04-01"}\
            """
                .formatted(FEDERATION, PRACTICE),
            "agreementId");
    String parts = "/v1/ambition-agreements/" + agreement;
    done("PRACTICE_PARTNER", parts + "/signatures", "{\"level\":1}");
    String due = "{\"what\":\"A rota\",\"due\":\"2099-01-01\"}";
    String change = made("FEDERATION_LEAD", "/v1/external-changes", change(), "externalChangeId");
    return Map.ofEntries(
        Map.entry("/v1/mandates/{id}", mandate),
        Map.entry("/v1/mandates/drafts/{id}", draft),
        Map.entry("lmcId", COMMITTEE),
        Map.entry("fromPracticeId", PRACTICE),
        Map.entry("mandateId", mandate),
        Map.entry("icsId", ICB),
        Map.entry("topicId", TOPIC),
        Map.entry("bodyId", FEDERATION),
        Map.entry("adoptedBy", FEDERATION),
        Map.entry("federationId", FEDERATION),
        Map.entry("issueId", issue),
        Map.entry("/v1/issues/{id}", issue),
        Map.entry("/v1/positions/{id}", position),
        Map.entry("/v1/ambition-agreements/{id}", agreement),
        Map.entry(
            "changeId",
            made("PRACTICE_PARTNER", parts + "/changes", "{\"programme\":\"Hubs\"}", "changeId")),
        Map.entry("askId", made("FEDERATION_LEAD", parts + "/asks", due, "askId")),
        Map.entry("promiseId", made("FEDERATION_LEAD", parts + "/promises", due, "promiseId")),
        Map.entry("/v1/external-changes/{id}", change),
        // Some person, and words that are not kept about them.
        Map.entry("/v1/mandates/people/{id}", PLACE),
        Map.entry("wordsRef", PLACE));
  }

  private static String change() {
    return """
    {"icsId":"%s","kind":"CONTRACT","what":"A new contract","topicIds":["%s"],"from":"2027-04-01"}\
    """
        .formatted(ICB, TOPIC);
  }

  private String heard() {
    String mandate =
        made(
            "FEDERATION_LEAD",
            "/v1/mandates",
            """
            {"placeId":"%s","topic":"estates","holderId":"%s","holderRole":"Partner",
             "start":"2026-04-01","end":"2028-04-01"}\
            """
                .formatted(PLACE, PRACTICE),
            "mandateId");
    done(
        "PRACTICE_PARTNER",
        "/v1/mandates/" + mandate + "/feedback",
        "{\"practiceId\":\"%s\",\"words\":\"It helps.\"}".formatted(PRACTICE));
    return mandate;
  }

  private String draft() {
    return made(
        "FEDERATION_LEAD",
        "/v1/mandates/drafts",
        """
        {"placeId":"%s","terms":{"topicIds":["%s"],"limits":[],"threshold":{"practices":1},
         "holder":{"organisationId":"%s","role":"FEDERATION_LEAD","label":"Chair"},
         "briefingDays":5,"reportBackDays":7,"start":"2026-04-01","end":"2028-04-01"}}\
        """
            .formatted(PLACE, TOPIC, FEDERATION),
        "mandateId");
  }

  @Override
  protected List<Shown> shown() {
    return List.of(
        Shown.in("readMandate")
            .of("/v1/mandates/" + whole)
            .at("/terms/threshold")
            .to("mandate.limits"),
        Shown.in("listFeedback")
            .of("/v1/mandates/" + heard + "/feedback")
            .at("/items/0")
            .to("mandate.feedback"),
        Shown.in("readMandate").at("/counts").to("mandate.counts"),
        Shown.in("readMandate")
            .at("/answers/0")
            .to("mandate.counts", "mandate.answers")
            .to("mandate.counts", "mandate.ownAnswers"));
  }
}
