/**
 * Is this very flight allowed, by which article, under which paper, until when; and may it be
 * filmed? Pure: no clock, no file, no thread; time comes with the request. Rooms, each knowing only
 * those before it: {@code request} (what is asked), {@code evidence} (the papers held), {@code
 * predicate} (the named questions that rules are made of), {@code rule} (the law as files), {@code
 * decision} (the answer and its words).
 */
@NullMarked
package org.vigie.groundstation.compliance;

import org.jspecify.annotations.NullMarked;
