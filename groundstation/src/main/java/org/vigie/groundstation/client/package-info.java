/**
 * The station's API as a Java program sees it: requests with typed answers, the live picture and
 * live video over WebSocket, both of which come back by themselves. Nothing of the station itself
 * is imported: what it sends is read tolerantly, unknown members are passed over and missing ones
 * are absent, so that screens outlive a version.
 */
@NullMarked
package org.vigie.groundstation.client;

import org.jspecify.annotations.NullMarked;
