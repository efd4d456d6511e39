package uk.onevoice.organisations.adapter.fhir;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where callers find FHIR. */
@ConfigMapping(prefix = "onevoice.fhir")
public interface FhirSettings {
  /** Address of FHIR as its callers see it, without a slash at the end: links begin with it. */
  @WithDefault("http://localhost:8080/fhir")
  URI base();
}
