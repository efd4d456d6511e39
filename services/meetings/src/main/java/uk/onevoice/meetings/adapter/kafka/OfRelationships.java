package uk.onevoice.meetings.adapter.kafka;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** How far the copy of who kept in touch when has come. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@interface OfRelationships {}
