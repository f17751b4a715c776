/**
 * What is asked: who wants to fly what, where, when, why and how. A fact that is not known is
 * absent, and an absent fact never helps. Depends on geodesy and hashes only.
 */
@NullMarked
package org.vigie.groundstation.compliance.request;

import org.jspecify.annotations.NullMarked;
