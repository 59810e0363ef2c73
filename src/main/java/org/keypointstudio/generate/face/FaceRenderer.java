package org.keypointstudio.generate.face;

import org.keypointstudio.model.Annotation;
import org.keypointstudio.model.GrayImage;
import org.keypointstudio.model.ImageSize;
import org.keypointstudio.model.KeypointSchema;

/** Takes pictures of people. Stateless: the same person and shot give the same bytes. */
public final class FaceRenderer {
  private static final int SUPERSAMPLING = 2;
  private static final double PIVOT_Y = -0.45;
  private static final double PIVOT_Z = -0.9;

  /**
   * Takes a square picture.
   *
   * @param size width and height in pixels
   */
  public RenderedFace render(Person person, Shot shot, int size) {
    FaceLayout layout = new FaceLayout(person.proportions(), shot.expression());
    HeadMesh head = new HeadMesh(person, layout);
    Shot.Pose pose = shot.pose();
    Rotation turn = Rotation.of(pose.yaw(), pose.pitch(), pose.roll(), PIVOT_Y, PIVOT_Z);
    KeypointPlaces places = new KeypointPlaces(layout, head);
    Camera camera = frame(pose, size, places, turn);
    float[] light = expose(person, shot, layout, head, turn, camera, size);
    byte[] bytes =
        new FilmProcess(shot.film(), shot.seed()).develop(light, size, size, SUPERSAMPLING);
    Annotation annotation = places.project(KeypointSchema.kaggle15(), turn, camera);
    return new RenderedFace(new GrayImage(new ImageSize(size, size), bytes), annotation);
  }

  /** Puts the middle between the eyes and the mouth where the pose asks for it. */
  private static Camera frame(Shot.Pose pose, int size, KeypointPlaces places, Rotation turn) {
    double scale = pose.interOcular() * size;
    Camera raw = new Camera(scale, 0, 0);
    double[] middle = places.middle(turn, raw);
    return new Camera(
        scale, pose.centreX() * size - 0.5 - middle[0], pose.centreY() * size - 0.5 - middle[1]);
  }

  private static float[] expose(
      Person person,
      Shot shot,
      FaceLayout layout,
      HeadMesh head,
      Rotation turn,
      Camera camera,
      int size) {
    int side = size * SUPERSAMPLING;
    Camera fine = camera.supersampled(SUPERSAMPLING);
    SurfaceBuffer surfaces = new SurfaceBuffer(side, side);
    HairMesh hair = new HairMesh(person, head.profile());
    Shot.Pose pose = shot.pose();
    Rotation body =
        Rotation.of(0.45 * pose.yaw(), 0.3 * pose.pitch(), 0.35 * pose.roll(), -1.4, -1.4);
    surfaces.draw(head.mesh(), turn, fine, Material.FACE, SurfaceBuffer.OPAQUE);
    surfaces.draw(BodyMeshes.neck(person), body, fine, Material.SKIN, SurfaceBuffer.OPAQUE);
    surfaces.draw(BodyMeshes.torso(), body, fine, Material.CLOTH, SurfaceBuffer.OPAQUE);
    for (int ear = -1; ear <= 1; ear += 2) {
      surfaces.draw(
          BodyMeshes.ear(person, head.profile(), ear),
          turn,
          fine,
          Material.SKIN,
          SurfaceBuffer.OPAQUE);
    }
    surfaces.draw(hair.build(), turn, fine, Material.HAIR, hair.coverage());
    if (person.spectacles().worn()) {
      double headHalfWidth = head.profile().halfWidth(head.profile().rowOf(0));
      SpectacleMesh glasses =
          new SpectacleMesh(person.spectacles(), head.eyeCentreZ(), headHalfWidth);
      for (Mesh tube : glasses.build()) {
        surfaces.draw(tube, turn, fine, Material.RIM, SurfaceBuffer.OPAQUE);
      }
    }
    return shade(person, shot, layout, hair, surfaces, fine);
  }

  private static float[] shade(
      Person person,
      Shot shot,
      FaceLayout layout,
      HairMesh hair,
      SurfaceBuffer surfaces,
      Camera camera) {
    int side = surfaces.width;
    FacePaint facePaint = new FacePaint(person, shot.expression(), layout, hair);
    Wardrobe wardrobe = new Wardrobe(person);
    Paint paint = new Paint(side * side);
    Illumination illumination = new Illumination(surfaces, shot.lighting(), camera.scale());
    BackdropPainter backdrop = new BackdropPainter(shot.backdrop(), shot.seed());
    float[] light = new float[side * side];
    for (int pixel = 0; pixel < light.length; pixel++) {
      switch (surfaces.material(pixel)) {
        case NONE -> {
          int column = pixel % side;
          int row = pixel / side;
          double x = (column + 0.5) / side;
          double y = (row + 0.5) / side;
          light[pixel] = (float) backdrop.at(x, y);
          continue;
        }
        case FACE -> facePaint.paint(surfaces, pixel, paint);
        case HAIR, SKIN, CLOTH, RIM -> wardrobe.paint(surfaces, pixel, paint);
      }
      light[pixel] = (float) illumination.brightness(pixel, paint);
    }
    return light;
  }
}
