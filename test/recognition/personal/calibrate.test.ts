import assert from 'node:assert/strict'
import {
  calibrated,
  fitCalibration,
  uncalibrated,
} from '../../../server/src/recognition/spans/calibrate.ts'

/** `count` names of one raw probability, of which a share is right. */
function outcomes(raw: number, share: number, count: number) {
  return Array.from({ length: count }, (_, at) => ({ raw, isRight: at < share * count }))
}

describe('calibration', () => {
  it('says as sure what was right as often', () => {
    const fitted = fitCalibration([
      ...outcomes(0.99, 0.8, 500),
      ...outcomes(0.6, 0.5, 500),
      ...outcomes(0.2, 0.3, 500),
    ])
    assert.ok(Math.abs(calibrated(0.99, fitted) - 0.8) < 0.06)
    assert.ok(Math.abs(calibrated(0.2, fitted) - 0.3) < 0.06)
  })

  it('believes the model where nothing is known, and little else where little is', () => {
    assert.deepEqual(fitCalibration([]), uncalibrated)
    assert.ok(calibrated(0.9, fitCalibration(outcomes(0.9, 0, 1))) > 0.5)
  })

  it('never turns the order round', () => {
    const fitted = fitCalibration([...outcomes(0.99, 0, 200), ...outcomes(0.01, 1, 200)])
    assert.ok(calibrated(0.9, fitted) > calibrated(0.1, fitted))
  })

  it('is a number for raw probabilities of 0 and 1, all wrong or all right', () => {
    for (const share of [0, 1]) {
      const fitted = fitCalibration([...outcomes(0, share, 50), ...outcomes(1, share, 50)])
      for (const raw of [0, 0.5, 1]) assert.ok(Number.isFinite(calibrated(raw, fitted)))
    }
  })
})
