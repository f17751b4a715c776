/**
 * Who may see which live picture, checked and journalled before the first byte: the drone's picture
 * only for the service that flies, the fixed camera's for those it belongs to. A viewing that the
 * right has left is cut. No socket, no codec; may know flights, people and the journal.
 */
@NullMarked
package org.vigie.groundstation.viewing;

import org.jspecify.annotations.NullMarked;
