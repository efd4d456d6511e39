package uk.onevoice.mandates.adapter.http;

import uk.onevoice.mandates.domain.MandateId;

/** What a new mandate is called from now on. */
record MandateRef(MandateId mandateId) {}
