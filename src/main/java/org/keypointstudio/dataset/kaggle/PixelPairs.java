package org.keypointstudio.dataset.kaggle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads grey values that are separated by single spaces two at a time, without a branch that
 * depends on their digits: eight bytes of text always hold two values of up to three digits and the
 * spaces behind them.
 *
 * <p>Both values are moved to fixed places of one register: hundreds, tens and ones in bytes 0 to 2
 * and the space in byte 3, the second value four bytes higher; leading digits that are not there
 * are zero bytes. There they are checked and multiplied out together.
 */
final class PixelPairs {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Digits are 0x30 to 0x39 and a space is 0x20: this bit tells them apart. */
  private static final long DIGIT_BITS = 0x1010101010101010L;

  private static final long UPPER_BITS = 0xe0e0e0e0e0e0e0e0L;
  private static final long LOWER_NIBBLES = 0x0f0f0f0f0f0f0f0fL;
  private static final long SPACES = 0x2000000020000000L;

  /** Carries out of a nibble that is more than 9 in a digit, or more than 0 in a space. */
  private static final long NIBBLE_CARRY = 0x0f0606060f060606L;

  /** The ones, which no value lacks. */
  private static final long ONES_BITS = 0x0010000000100000L;

  private static final long DIGIT_VALUES = 0x000f0f0f000f0f0fL;

  /** Carries into the sign of each half if its three digits, highest first, are more than 255. */
  private static final long RANGE_CARRY = 0x7dfafa007dfafa00L;

  private static final long SIGNS = 0x8000000080000000L;

  /** Brings 100 · byte 0 + 10 · byte 1 + byte 2 to byte 2, and the same to byte 6. */
  private static final long WEIGHTS = (100 << 16) | (10 << 8) | 1;

  private PixelPairs() {}

  /**
   * Reads pairs until fewer than three values are left, the array ends, or a pair is anything but
   * two values from 0 to 255 with a single space behind each.
   *
   * @param target gets a byte a value from {@code offset} on, up to {@code end}
   * @return {@link #position} and {@link #filled}
   */
  static long parse(byte[] bytes, int from, byte[] target, int offset, int end) {
    int position = from;
    int filled = offset;
    int lastStart = bytes.length - Long.BYTES;
    while (filled < end - 2 && position <= lastStart) {
      long text = (long) LONGS.get(bytes, position);
      long spaces = ~text & DIGIT_BITS;
      int first = Long.numberOfTrailingZeros(spaces);
      int second = Long.numberOfTrailingZeros(spaces & (spaces - 1));
      // A space at byte b has its bit at 8 b + 4. A shift by a wrong width leaves a wrong space.
      long pair =
          ((text << (28 - first)) & 0xffffffffL)
              | ((text >>> (first + 4)) << (Long.SIZE - second + first));
      long digits = pair & DIGIT_VALUES;
      long wrong =
          ((pair & UPPER_BITS) ^ ((pair & DIGIT_BITS) << 1) ^ SPACES)
              | (((pair & LOWER_NIBBLES) + NIBBLE_CARRY) & DIGIT_BITS)
              | (~pair & ONES_BITS)
              | ((Long.reverseBytes(digits) + RANGE_CARRY) & SIGNS);
      if (wrong != 0) {
        break;
      }
      long values = digits * WEIGHTS;
      target[filled] = (byte) (values >>> 16);
      target[filled + 1] = (byte) (values >>> 48);
      filled += 2;
      position += (second + 4) >>> 3;
    }
    return ((long) position << Integer.SIZE) | filled;
  }

  /** Behind the space that follows the last value which was read. */
  static int position(long progress) {
    return (int) (progress >>> Integer.SIZE);
  }

  /** Behind the last value in the target. */
  static int filled(long progress) {
    return (int) progress;
  }
}
