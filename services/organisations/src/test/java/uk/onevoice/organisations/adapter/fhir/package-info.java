@NullMarked
package uk.onevoice.organisations.adapter.fhir;

import org.jspecify.annotations.NullMarked;
