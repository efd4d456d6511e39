package uk.onevoice.meetings.adapter.kafka;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** How far the copies have come that briefs are made from. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@interface OfBriefSources {}
