// From the worried phone call to a family that is coping, played by five accounts of four agencies: a school's call
// becomes a contact, the contact an early help assessment that two agencies write, that a plan with actions in three,
// two reviews, a step up and a step back down, and a closure with needs met. At every stage the child's own words stand on
// the front of the record, for whoever looks. Each act is a file of its own.
import { cast } from './story.mjs'
import { atTheDoor, theCall } from './story_door.mjs'
import { theAssessment } from './story_caf.mjs'
import { theFirstReview, theLastAction, thePlan, theSecondReview } from './story_plan.mjs'
import { theEnd, theStepDown, theStepUp } from './story_steps.mjs'

export const needs = { pack: 'packs/nottingham', demo: true }

async function play (visitor, options, story) {
  const players = await cast(visitor, options)
  try {
    await acts(players, story)
  } catch (fault) {
    const where = Object.entries(players).map(([role, player]) => `${role} at ${player.page.url()}`)
    throw new Error(`${where.join(', ')}: ${fault.message}`, { cause: fault })
  }
}

async function acts (players, story) {
  await theCall(players, story)
  await theAssessment(players, story, atTheDoor)
  await thePlan(players, story)
  await theFirstReview(players, story)
  await theSecondReview(players, story)
  await theStepUp(players, story)
  await theStepDown(players, story)
  await theLastAction(players.worker, story)
  await theEnd(players, story)
}

// W3 W5 W9 W12 W16 W18 W19 W21 W22 W25 W28 W36 W40 W41 W44 W45 W46 W47 W49 W50 W51 W52 W54 W55 W57 W58 W64 W67 W68 W70
// W71 W72 W114 W123 W167 W181 W182 P1 P2 P6 P8
export async function a_schools_call_becomes_help_that_goes_up_comes_back_and_ends_with_needs_met (visitor) {
  await play(visitor, {}, {
    child: 'Marisol Quispe', brother: 'Tito', gender: 'Female', born: [14, 3, 2017],
    address: '8 Orchard Steps, Nottingham', postcode: 'NG7 3XY', pictures: true
  })
}

export async function the_whole_story_goes_the_same_way_without_script (visitor) {
  await play(visitor, { script: false }, {
    child: 'Eirik Thorvaldsen', brother: 'Odd', gender: 'Male', born: [2, 9, 2016],
    address: '21 Tannery Lane, Nottingham', postcode: 'NG7 1QZ'
  })
}
