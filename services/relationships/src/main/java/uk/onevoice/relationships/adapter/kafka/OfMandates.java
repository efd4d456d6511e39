package uk.onevoice.relationships.adapter.kafka;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** How far the copy of mandates has come. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@interface OfMandates {}
