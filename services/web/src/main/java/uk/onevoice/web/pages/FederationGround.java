package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas;
import uk.onevoice.web.api.FederationRepresentation;
import uk.onevoice.web.api.FederationRepresentation.Foundations;
import uk.onevoice.web.api.Registry.Organisation;
import uk.onevoice.web.api.Segment;

/**
 * What a federation stands on, in one passage: a mandate and relationships, and what is missing.
 */
@RequestScoped
class FederationGround {
  private final Api api;

  FederationGround(Api api) {
    this.api = api;
  }

  /** Null where it is no federation, or has no practice in any ICS. */
  @Nullable String of(Organisation body) {
    if (!body.kinds().contains("FEDERATION")) {
      return null;
    }
    return api
        .get(
            "/v1/search?limit=20&type=FEDERATION&query=" + Segment.of(body.name()),
            Areas.FoundList.class)
        .items()
        .stream()
        .filter(found -> found.id().equals(body.organisationId()))
        .flatMap(found -> found.ics().stream())
        .map(ics ->
            api.find(
                "/v1/ics/"
                    + Segment.of(ics.odsCode())
                    + "/federations/"
                    + Segment.of(body.organisationId())
                    + "/representation/M3",
                FederationRepresentation.class))
        .flatMap(Optional::stream)
        .findFirst()
        .map(federation -> words(federation.foundations()))
        .orElse(null);
  }

  static String words(Foundations on) {
    Boolean relationships = on.relationships();
    if (relationships == null) {
      return on.mandate()
          ? "Practices let it speak for them."
          : "No practice lets it speak for it yet.";
    }
    String ground =
        on.mandate() && relationships
            ? "It stands on both: practices let it speak, and its people are in touch with partners."
            : on.mandate()
                ? "Practices let it speak, but relationships are missing: none of its people has talked with a partner in the last 90 days."
                : relationships
                    ? "Its people are in touch with partners, but a mandate is missing: no practice lets it speak yet."
                    : "Both are missing: no practice lets it speak, and none of its people has talked with a partner in the last 90 days.";
    return ground
        + (Boolean.TRUE.equals(on.strongWithProvider())
            ? " It has a strong relationship with a hospital, community or mental health trust."
            : " It has no strong relationship yet with a hospital, community or mental health trust.");
  }
}
