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
            {"placeId":"%s","topic":"community-services","holderId":"%s","holderRole":"Chair",
             "start":"2026-04-01","end":"2027-04-01"}\
            """
                .formatted(PLACE, FEDERATION),
            "mandateId");
    done(
        "PRACTICE_PARTNER",
        "/v1/mandates/" + mandate + "/responses",
        "{\"practiceId\":\"%s\",\"answer\":\"GRANT\"}".formatted(PRACTICE));
    String draft = draft();
    whole = draft();
    done("FEDERATION_LEAD", "/v1/mandates/drafts/" + whole + "/opening", "{}");
    return Map.of(
        "/v1/mandates/{id}",
        mandate,
        "/v1/mandates/drafts/{id}",
        draft,
        "topicId",
        TOPIC,
        "lmcId",
        COMMITTEE,
        "fromPracticeId",
        PRACTICE,
        // Some person, and words that are not kept about them.
        "/v1/mandates/people/{id}",
        PLACE,
        "wordsRef",
        PLACE);
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
        Shown.in("readMandate").at("/counts").to("mandate.counts"),
        Shown.in("readMandate")
            .at("/answers/0")
            .to("mandate.counts", "mandate.answers")
            .to("mandate.counts", "mandate.ownAnswers"));
  }
}
