package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Schemes.Classification;
import uk.onevoice.web.api.Segment;

/** Who decides a question in a place, where that is said and the reader may know it. */
@RequestScoped
class WhoDecides {
  private final Api api;

  WhoDecides(Api api) {
    this.api = api;
  }

  Optional<Classification> of(Place place, String issueId) {
    return api.find(
        "/v1/delegation-schemes/"
            + Segment.of(place.placeId())
            + "/classifications/"
            + Segment.of(issueId),
        Classification.class);
  }
}
