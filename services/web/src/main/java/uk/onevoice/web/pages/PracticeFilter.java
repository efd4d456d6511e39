package uk.onevoice.web.pages;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Registry.Organisation;
import uk.onevoice.web.api.Segment;

/**
 * Practices of one network or one sub-ICB location only.
 *
 * @param name of the parameter, the same in our addresses and in the API's
 * @param type as searching calls such organisations
 */
record PracticeFilter(String name, String type, String code) {
  static Optional<PracticeFilter> of(@Nullable String pcn, @Nullable String subIcb) {
    if (pcn != null) {
      return Optional.of(pcn(pcn));
    }
    return Optional.ofNullable(subIcb).map(PracticeFilter::subIcb);
  }

  static Optional<PracticeFilter> of(Organisation organisation) {
    List<String> kinds = organisation.kinds();
    if (kinds.contains("PCN")) {
      return Optional.of(pcn(organisation.organisationId()));
    }
    return kinds.contains("SUB_ICB")
        ? Optional.of(subIcb(organisation.organisationId()))
        : Optional.empty();
  }

  static PracticeFilter pcn(String code) {
    return new PracticeFilter("pcn", "PCN", code);
  }

  static PracticeFilter subIcb(String code) {
    return new PracticeFilter("subIcb", "SUB_ICB", code);
  }

  String query() {
    return name + "=" + Segment.of(code);
  }

  /** The page with these practices, as far as they lie in one ICS. */
  String page(String icsOdsCode, AsOf day) {
    return "/ics/" + Segment.of(icsOdsCode) + "/practices?" + query() + day.query("&");
  }
}
