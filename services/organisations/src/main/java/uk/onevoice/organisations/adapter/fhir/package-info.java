/**
 * The registry as FHIR R4 reads it: organisations and places as Organization, who belongs to whom
 * as OrganizationAffiliation. Read only; a version of a resource is what the log said after one
 * event.
 */
@NullMarked
package uk.onevoice.organisations.adapter.fhir;

import org.jspecify.annotations.NullMarked;
