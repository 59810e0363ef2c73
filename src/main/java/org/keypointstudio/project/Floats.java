package org.keypointstudio.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers of a network in files: 32-bit floats, the lowest byte first. */
final class Floats {
  private Floats() {}

  static byte[] toBytes(float[] numbers) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(numbers.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(numbers);
    return buffer.array();
  }

  /**
   * The next numbers of a buffer that has enough of them.
   *
   * @throws IOException if one is infinite or no number
   */
  static float[] next(ByteBuffer buffer, int count) throws IOException {
    float[] numbers = new float[count];
    buffer.asFloatBuffer().get(numbers);
    buffer.position(buffer.position() + count * Float.BYTES);
    for (float number : numbers) {
      if (!Float.isFinite(number)) {
        throw new IOException("it holds a weight that is not a number");
      }
    }
    return numbers;
  }
}
