package uk.onevoice.web.pages;

import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Which promise a page is about: the path names all three, or no method is called. */
@SuppressWarnings("NullAway.Init")
public class PromiseAddress {
  @PathParam("slotId")
  UUID slotId;

  @PathParam("relationshipId")
  UUID relationship;

  @PathParam("commitmentId")
  UUID commitment;

  String relationshipOfApi() {
    return TimelineReading.path(slotId, relationship);
  }

  String ofApi() {
    return relationshipOfApi() + "/commitments/" + commitment;
  }

  String relationshipPage() {
    return "/relationships/" + slotId + "?of=" + relationship;
  }

  String page() {
    return "/relationships/" + slotId + "/" + relationship + "/promises/" + commitment;
  }
}
