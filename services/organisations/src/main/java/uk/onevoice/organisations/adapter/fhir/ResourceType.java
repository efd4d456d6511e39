package uk.onevoice.organisations.adapter.fhir;

/** What is read here, and which streams of the log tell it. */
enum ResourceType {
  ORGANIZATION("Organization", "(stream like 'organisation-%' or stream like 'place-%')"),
  AFFILIATION("OrganizationAffiliation", "(stream like 'affiliations-%')");

  private final String fhirName;
  private final String ofItsStreams;

  ResourceType(String fhirName, String ofItsStreams) {
    this.fhirName = fhirName;
    this.ofItsStreams = ofItsStreams;
  }

  String fhirName() {
    return fhirName;
  }

  /** True in SQL for events of its streams; the partial indexes of V10_80 are on the same words. */
  String ofItsStreams() {
    return ofItsStreams;
  }

  /** Whether a stream tells of resources of this type. */
  boolean isToldBy(String stream) {
    return switch (this) {
      case ORGANIZATION ->
          stream.startsWith(Version.ORGANISATION) || stream.startsWith(Version.PLACE);
      case AFFILIATION -> stream.startsWith(Version.AFFILIATIONS);
    };
  }
}
