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
    return Map.of(
        "/v1/mandates/{id}",
        mandate,
        // Some person, and words that are not kept about them.
        "/v1/mandates/people/{id}",
        PLACE,
        "wordsRef",
        PLACE);
  }

  @Override
  protected List<Shown> shown() {
    return List.of(
        Shown.in("readMandate").at("/counts").to("mandate.counts"),
        Shown.in("readMandate")
            .at("/answers/0")
            .to("mandate.counts", "mandate.answers")
            .to("mandate.counts", "mandate.ownAnswers"));
  }
}
